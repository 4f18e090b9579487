import { Tag } from '../text/lexicon.ts';
import { WordKind } from '../text/word.ts';
import type { Mention } from './mention.ts';
import type { Role } from './role.ts';
import type { Sentence } from './sentence.ts';

/** Whom a pronoun means that stands before the name, where the sentence says so; in token order the first reason that holds. */
export function namedLater(s: Sentence, pronoun: Mention): Mention | undefined {
  if (pronoun.grammaticalCase !== 'subject' || pronoun.plural) return undefined;
  return apposition(s, pronoun) ?? explained(s, pronoun) ?? reportedOf(s, pronoun) ?? askedOne(s, pronoun);
}

/** "He is evasive, PELL, when asked", "He wanted revenge, the suspect, and said so". */
function apposition(s: Sentence, pronoun: Mention): Mention | undefined {
  return s.mentions.find(
    (m) =>
      m.from > pronoun.to &&
      namesOne(m) &&
      (m.kind === 'name' || DEFINITE.test(s.lower(m.from))) &&
      s.kind(m.from - 1) === WordKind.Comma &&
      endsAside(s, m.to) &&
      // "with his dad, DOYLE": says who the one before the comma is.
      !s.mentionEndingAt(m.from - 1) &&
      !rivalBetween(s, pronoun, m) &&
      agrees(m, pronoun),
  );
}

const DEFINITE = /^(the|this|that)$/;

/** "Manipulative is what he is: the suspect has done this before". */
function explained(s: Sentence, pronoun: Mention): Mention | undefined {
  if (s.lower(pronoun.from - 1) !== 'what' || !/^(is|was|does|did)$/.test(s.lower(pronoun.to)))
    return undefined;
  const after = pronoun.to + 1;
  if (s.kind(after) !== WordKind.Clause && s.kind(after) !== WordKind.Dash) return undefined;
  const m = s.mentionAt(after + 1);
  return m && namesOne(m) && agrees(m, pronoun) && s.verbFollows(m.to) ? m : undefined;
}

/** "He is in denial, says the probation report on PELL": whom the document is about. */
function reportedOf(s: Sentence, pronoun: Mention): Mention | undefined {
  for (let i = pronoun.to; i < s.to; i++) {
    if (s.kind(i) !== WordKind.Comma || !(s.tags(i + 1) & Tag.Speech)) continue;
    const about = s.mentions.find(
      (m) => m.from > i + 2 && /^(on|about|for|of|re)$/.test(s.lower(m.from - 1)) && namesOne(m),
    );
    return about && agrees(about, pronoun) ? about : undefined;
  }
  return undefined;
}

/** "Asked why he chose to stay in the car, PELL made no reply": the one who was asked is the subject of what follows. */
function askedOne(s: Sentence, pronoun: Mention): Mention | undefined {
  let first = s.from;
  while (first < s.to && s.kind(first) !== WordKind.Word) first++;
  if (s.lower(first) === 'when' || s.lower(first) === 'on' || s.lower(first) === 'being') first++;
  if (!/^(asked|pressed|questioned|challenged|confronted|quizzed|told|shown|reminded)$/.test(s.lower(first)))
    return undefined;
  // "Asked by mum why she …", "Asked about Ellie and why she …": somebody stands before it.
  if (s.mentions.some((m) => m.from < pronoun.from && m.kind !== 'pronoun')) return undefined;
  const main = mainSubject(s, pronoun.to);
  return main && agrees(main, pronoun) ? main : undefined;
}

/** The named subject of the main clause after a fronted one: what follows a comma and has a verb. */
export function mainSubject(s: Sentence, from: number): Mention | undefined {
  for (let k = from; k < s.to; k++) {
    if (s.kind(k) !== WordKind.Comma) continue;
    const next = s.mentionAt(s.skipAdverbs(k + 1));
    if (next && namesOne(next) && s.verbFollows(next.to)) return next;
    if (next?.grammaticalCase === 'subject') return undefined;
  }
  return undefined;
}

/** One person, by name or noun. */
function namesOne(m: Mention): boolean {
  return m.kind !== 'pronoun' && !m.possessive && !m.plural && m.role !== undefined && !NOBODY.has(m.role);
}

const NOBODY: ReadonlySet<Role> = new Set(['thing', 'organisation', 'generic', 'writer']);

function agrees(m: Mention, pronoun: Mention): boolean {
  if (m.gender !== undefined) return m.gender === pronoun.gender;
  // Nothing says that a suspect is a woman.
  return !(m.role === 'suspect' && pronoun.gender === 'female');
}

function endsAside(s: Sentence, at: number): boolean {
  const kind = s.kind(at);
  return kind === undefined || kind === WordKind.Comma || kind === WordKind.Stop;
}

/** Somebody else, between the two, whom the name may belong to. */
function rivalBetween(s: Sentence, pronoun: Mention, m: Mention): boolean {
  return s.mentions.some(
    (x) => x.from > pronoun.to && x.to < m.from && x.kind === 'pronoun' && x.grammaticalCase === 'subject',
  );
}
