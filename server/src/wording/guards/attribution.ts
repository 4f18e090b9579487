import type { Mention } from '../../people/mention.ts';
import type { Sentence } from '../../people/sentence.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import type { Candidate } from '../candidate.ts';

/** Who is named for the words: a person, or a document. */
export type Source = { readonly mention: Mention } | { readonly document: true };

/** ", mum says", ", says the form", ", wrote the last reviewer", ", the log said", ", according to the letter": after the words. */
export function attributionAfter({ sentence: s, match }: Candidate): Source | undefined {
  for (let i = match.to; i < s.to; i++) {
    const kind = s.kind(i);
    if (kind !== WordKind.Comma && kind !== WordKind.Dash && kind !== WordKind.Open) continue;
    const found = sourceAt(s, i + 1);
    if (found) return found;
  }
  return undefined;
}

/** "You wrote that …", "The earlier entry says …", "The handover has her as …": somebody else's words, named as such before them. */
export function attributedBefore({ sentence: s, match }: Candidate): boolean {
  for (let i = s.from; i < match.from; i++) if (SAYS.test(s.lower(i))) return true;
  for (let i = s.from; i < match.to; i++) if (KEEPS_AS.test(s.lower(i)) && keepsAs(s, i)) return true;
  return false;
}

const SAYS =
  /^(wrote|written|says|said|states|stated|recorded|records|described|describes|describe|reads|put|noted)$/;
const KEEPS_AS = /^(has|had|have|lists|listed|shows|showed|puts|marks|marked|logs|logged)$/;

/** "has her as", "had him down as" */
function keepsAs(s: Sentence, verb: number): boolean {
  const whom = s.mentionAt(verb + 1);
  if (!whom || whom.possessive) return false;
  return s.lower(whom.to) === 'as' || (s.lower(whom.to) === 'down' && s.lower(whom.to + 1) === 'as');
}

function sourceAt(s: Sentence, at: number): Source | undefined {
  if (s.lower(at) === 'according' && s.lower(at + 1) === 'to') return named(s, at + 2);
  if (SAYING.test(s.lower(at))) {
    const source = named(s, at + 1);
    // "says she was at a friend's": what somebody says, not who says it.
    return source && 'mention' in source && s.verbFollows(source.mention.to) ? undefined : source;
  }
  if (RUNS.test(s.lower(at)) && documentAt(s, at + 1) >= 0) return { document: true };
  const m = s.mentionAt(at);
  if (m && !m.possessive && s.tags(m.to) & (Tag.Speech | Tag.Belief) && closes(s, m.to + 1))
    return { mention: m };
  const noun = documentAt(s, at);
  const says = noun >= 0 && (SAYING.test(s.lower(noun + 1)) || RUNS.test(s.lower(noun + 1)));
  return says && closes(s, noun + 2) ? { document: true } : undefined;
}

const SAYING = /^(says|said|wrote|writes|states|stated|notes|reckons|thinks)$/;
/** What only a text does so: "ran the old heading". */
const RUNS = /^(reads|read|ran|runs)$/;

function closes(s: Sentence, at: number): boolean {
  return at >= s.to || s.kind(at) !== WordKind.Word || (s.tags(at) & (Tag.ObjectPronoun | Tag.Adverb)) !== 0;
}

function named(s: Sentence, at: number): Source | undefined {
  const m = s.mentionAt(at);
  if (m && !m.possessive && m.grammaticalCase !== 'object') return { mention: m };
  return documentAt(s, at) >= 0 ? { document: true } : undefined;
}

/** The noun of "the form", "the last log", "her referral letter" that starts at `at`, or -1. */
function documentAt(s: Sentence, at: number): number {
  if (!(s.tags(at) & (Tag.Determiner | Tag.Possessive))) return -1;
  let noun = -1;
  for (let k = at + 1; k < Math.min(at + 5, s.to) && s.kind(k) !== WordKind.Comma; k++)
    if (DOCUMENT.test(s.lower(k))) noun = k;
    else if (noun >= 0) break;
  return noun;
}

const DOCUMENT =
  /^(form|forms|log|entry|entries|note|notes|letter|email|e-mail|report|record|records|review|referral|handover|heading|summary|assessment|update|box|field|file|page|chronology|minutes|paragraph|caption|template|script|system|statement|card|sheet|version|draft|marker|flag|briefing|bulletin|circulation|intelligence|profile|plan)$/;
