import type { Sentence } from '../../people/sentence.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import type { Candidate, Verdict } from '../candidate.ts';
import { sourceVerdict } from './source.ts';

/**
 * A sentence that opens with the words and goes on to speak of them as words: "Boyfriend is the caller's word for him", "Acting out is not how I would put
 * it", "Lifestyle choice has no place here". "Streetwise is the best word for her" takes them over.
 */
export function wordsAsTopic(c: Candidate): Verdict {
  const { sentence: s, match } = c;
  if (!opensSentence(s, match.from)) return 'pass';
  let k = afterMarks(s, match.to);
  if (
    /^(has|have|had)$/.test(s.lower(k)) &&
    s.lower(k + 1) === 'no' &&
    /^(place|business)$/.test(s.lower(k + 2))
  )
    return 'silence';
  if (!/^(is|was|are|were|isn't|wasn't|aren't|isnt|wasnt)$/.test(s.lower(k))) return 'pass';
  let denied = (s.tags(k) & Tag.Negator) !== 0;
  for (k++; k < s.to && s.tags(k) & (Tag.Adverb | Tag.Negator); k++)
    denied ||= (s.tags(k) & Tag.Negator) !== 0;
  if (s.lower(k) === 'how' || s.lower(k) === 'what') return saidBy(c, k + 1, denied);
  if (denied && FITS.test(s.lower(k))) return 'silence';
  const noun = wordNoun(s, k);
  if (noun < 0) return 'pass';
  if (denied) return 'silence';
  for (let i = k; i < noun; i++) if (APT.test(s.lower(i))) return 'pass';
  return isTheWord(c, k, noun) ? 'pass' : 'silence';
}

/** Nothing but an article or the first words of the same phrase stands before: "Child prostitute is not …". */
function opensSentence(s: Sentence, from: number): boolean {
  let before = 0;
  for (let i = s.from; i < from; i++) {
    if (s.kind(i) !== WordKind.Word || s.tags(i) & (Tag.Article | Tag.Adverb)) continue;
    if (s.tags(i) !== 0 || ++before > 2 || s.mentionAt(i)?.kind === 'name') return false;
  }
  return true;
}

function afterMarks(s: Sentence, at: number): number {
  while (s.kind(at) === WordKind.Quote) at++;
  return at;
}

/** What words may be: "isn't accurate", "is not fair". */
const FITS = /^(accurate|fair|true|correct|helpful|so)$/;
/** A writer who says so means it: "is the best word for her". */
const APT = /^(best|right|only|apt|fair|accurate|good|correct|perfect|better|kindest|politest)$/;
/** "is the word for Ellie", "is the word I would use" */
function isTheWord(c: Candidate, from: number, noun: number): boolean {
  const s = c.sentence;
  if (s.lower(from) !== 'the' || noun > from + 1) return false;
  const next = s.mentionAt(noun + (s.lower(noun + 1) === 'for' ? 2 : 1));
  if (!next || s.tags(next.to) & Tag.Negator || s.tags(next.to + 1) & Tag.Negator) return false;
  return next.role === 'writer' || (c.block.discourse.resolve(s, next).role ?? 'child') === 'child';
}

/** From the start of the phrase to its noun. */
const PHRASE = 4;

/** The noun of "a word …", "the caller's word", "an old label", or -1. */
function wordNoun(s: Sentence, from: number): number {
  if (!(s.tags(from) & (Tag.Determiner | Tag.Possessive)) && !s.mentionAt(from)?.possessive) return -1;
  for (let k = from + 1; k <= from + PHRASE; k++) {
    if (/^(word|words|phrase|phrases|term|terms|label|labels|expression|wording|language)$/.test(s.lower(k)))
      return k;
    if (s.kind(k) !== WordKind.Word && s.kind(k) !== WordKind.Clitic) return -1;
  }
  return -1;
}

/** "… is how the last worker put it", "… is what the form calls it", "… is not how I see it": whose words they are. */
function saidBy(c: Candidate, at: number, denied: boolean): Verdict {
  const s = c.sentence;
  const speaker = s.mentionAt(at);
  let naming = false;
  for (let k = at + 1; k < Math.min(at + PHRASE + 3, s.to); k++) naming ||= NAMES.test(s.lower(k));
  if (!naming) return 'pass';
  if (denied) return 'silence';
  const role = speaker ? (c.block.discourse.resolve(s, speaker).role ?? 'child') : 'organisation';
  return sourceVerdict({ role, nobody: false });
}

const NAMES =
  /^(put|puts|call|calls|called|describe|describes|described|see|sees|saw|say|says|said|phrase|phrases|phrased|word|worded|write|wrote|writes|term|termed|label|labels|labelled)$/;
