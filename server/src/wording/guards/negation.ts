import type { Sentence } from '../../people/sentence.ts';
import { isSubjectPosition, verbGroupStart } from '../../people/subject.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import type { Candidate, Guard } from '../candidate.ts';

/** Verbs whose negation affirms what follows: "has not stopped putting herself at risk". */
const CEASING = new Set(
  'stop stops stopped stopping cease ceases ceased avoid avoids avoided refrain refrains refrained help fail fails failed give'.split(
    ' ',
  ),
);
/** Longest insertion that a negation reaches over, in tokens. */
const INSERTION = 8;
const NO_RESCUE = new Set(['only', 'just', 'merely', 'simply']);

/**
 * Negated or rejected wording is not asserted: "did not choose", "nothing suggests that she chose", "rather than 'boyfriend'".
 * Patterns that hold a negation of their own skip the first test, because there the negation is the fault.
 */
export const negationGuard: Guard = (c) => {
  if (rejectedBefore(c) || rejectedAfter(c) || forbidden(c)) return 'silence';
  if (c.match.negated) return 'pass';
  if (c.match.denied) return 'silence';
  const s = c.sentence;
  const anchor = c.match.head >= 0 ? c.match.head : c.match.spanFrom;
  const start = c.match.head >= 0 ? verbGroupStart(s, anchor) : anchor;
  let negated = false;
  let ceased = false;
  for (let i = start; i < anchor; i++) {
    const lower = s.lower(i);
    if (s.tags(i) & Tag.Negator && !NO_RESCUE.has(s.lower(i + 1))) negated = true;
    if (CEASING.has(lower)) ceased = true;
  }
  // "She isn't lying": the head, or its auxiliary, denies.
  if (c.match.head >= 0 && s.tags(anchor) & Tag.Negator) negated = true;
  if (c.match.head < 0) negated ||= nounNegated(c) || negatedInside(c);
  // "was not there by choice": the negation follows the verb to be.
  else if (s.tags(anchor) & Tag.Auxiliary)
    for (let i = anchor + 1; i < c.match.spanTo; i++)
      if (s.tags(i) & Tag.Negator && !NO_RESCUE.has(s.lower(i + 1))) negated = true;
  if (c.match.head >= 0 && negativeSubject(c)) negated = true;
  if (ceased) return negated ? 'keep' : hasLonger(c, start, anchor) ? 'soften' : 'pass';
  // "no longer puts herself at risk" says that she did.
  for (let i = Math.min(start, anchor - 3); i < anchor; i++)
    if (s.lower(i) === 'longer' && s.lower(i - 1) === 'no') return 'soften';
  return negated ? 'silence' : 'pass';
};

function hasLonger(c: Candidate, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^stop/.test(c.sentence.lower(i))) return true;
  return false;
}

/** "Do not grade down because …": an instruction to a colleague not to reason like this. */
function forbidden(c: Candidate): boolean {
  const s = c.sentence;
  let first = s.from;
  while (first < s.to && (s.kind(first) !== WordKind.Word || s.lower(first) === 'please')) first++;
  if (first >= c.match.from || c.match.head === first) return false;
  const lower = s.lower(first);
  return (
    (lower === 'do' && s.lower(first + 1) === 'not') ||
    lower === "don't" ||
    lower === 'dont' ||
    ((lower === 'nor' || lower === 'never') && !invertsFrom(s, first))
  );
}

/** "Summer's behaviour does not put her at risk": the verb inside the match is denied. */
function negatedInside(c: Candidate): boolean {
  for (let i = c.match.from; i < c.match.to; i++)
    if (c.sentence.tags(i) & Tag.Negator && !NO_RESCUE.has(c.sentence.lower(i + 1))) return true;
  return false;
}

/** no, not a, never a, without, nor, hardly a, before a noun phrase. */
function nounNegated(c: Candidate): boolean {
  const s = c.sentence;
  let i = c.match.spanFrom - 1;
  // "rather than, in her own words, 'boyfriend'": a few words back, but not over a verb of another clause.
  for (let steps = 0; i >= s.from && steps < 4; i--, steps++) {
    const opener = insertionBefore(c, i);
    if (opener !== undefined) i = opener - 1;
    const lower = s.lower(i);
    const kind = s.kind(i);
    if (kind === WordKind.Stop || kind === WordKind.Clause) return false;
    if (lower === 'no' || lower === 'without' || lower === 'neither' || lower === 'nor' || lower === 'non')
      return true;
    if (s.tags(i) & Tag.Negator) return !NO_RESCUE.has(s.lower(i + 1));
    if (
      s.tags(i) & (Tag.SubjectPronoun | Tag.ObjectPronoun) ||
      (s.tags(i) & Tag.Conjunction && lower !== 'or')
    )
      return false;
  }
  return false;
}

/** "not, in my view, a lifestyle choice": the comma that opens the short insertion which closes at `i`. */
function insertionBefore(c: Candidate, i: number): number | undefined {
  const s = c.sentence;
  if (s.kind(i) !== WordKind.Comma && s.kind(i) !== WordKind.Close && s.kind(i) !== WordKind.Dash)
    return undefined;
  for (let k = i - 1; k >= Math.max(s.from, i - INSERTION); k--) if (s.insertionEnd(k) === i + 1) return k;
  return undefined;
}

function negativeSubject(c: Candidate): boolean {
  const m = c.subject.mention;
  if (!m) return false;
  const first = c.sentence.lower(m.from);
  return first === 'no' || first === 'nobody' || first === 'neither' || first === 'none';
}

/** "it is wrong to say that …", "nothing suggests …", "rather than …": the whole statement is set aside. */
function rejectedBefore(c: Candidate): boolean {
  const s = c.sentence;
  const m = c.block.matcherOf(s);
  const from = clauseStart(c);
  for (let i = from; i < c.match.from; i++) {
    const match = m.matchAt(c.block.grammar.reject, i);
    if (!match || match.to > c.match.from) continue;
    if (inAffirmingFrame(c, match.from, match.to)) continue;
    if (
      c.match.negated &&
      /^(not|cannot|without|never|unlikely)/.test(s.lower(match.from)) &&
      !sayingBetween(c, match.from, match.to)
    )
      continue;
    // "At no point has she stopped …": two negatives.
    if (ceasesBetween(c, match.to)) continue;
    // "a runner rather than a victim": only the side after "rather than" is set aside.
    return withinReach(c, match.to);
  }
  return false;
}

/** "Never once has she …": a statement, no instruction. */
function invertsFrom(s: Sentence, first: number): boolean {
  for (let i = first + 1; i < s.to; i++) {
    if (s.kind(i) === WordKind.Comma) return false;
    if (s.tags(i) & (Tag.Auxiliary | Tag.Modal)) return s.mentionAt(i + 1) !== undefined;
  }
  return false;
}

/** "…, I don't accept that", "… I do not share that view.": the writer sets it aside, in the same sentence or at the start of the next. */
function rejectedAfter(c: Candidate): boolean {
  const next = c.block.sentences[c.index + 1];
  return (
    writerRejects(c, c.sentence, c.match.to) || (next !== undefined && writerRejects(c, next, next.from, 1))
  );
}

function writerRejects(c: Candidate, s: Sentence, from: number, within = Number.POSITIVE_INFINITY): boolean {
  const m = c.block.matcherOf(s);
  for (let i = from; i < Math.min(s.to, from + within); i++) {
    if (!/^(i|we)$/.test(s.lower(i))) continue;
    if (s.lower(i - 1) === 'which' && refuses(s, i + 1)) return true;
    for (let k = i + 1; k <= i + 3; k++) {
      if (m.matchAt(c.block.grammar.setAside, k)) return true;
      // "I would not disagree"
      if (s.tags(k) & Tag.Negator) break;
    }
  }
  return false;
}

/** "…, which I do not accept", "…, which I have challenged" */
function refuses(s: Sentence, from: number): boolean {
  let denied = false;
  for (let i = from; i < from + 4; i++) {
    if (s.tags(i) & Tag.Negator) denied = true;
    const lower = s.lower(i);
    if (denied && /^(accept|agree|share|adopt|support|endorse|recognise|believe|uphold)$/.test(lower))
      return true;
    if (/^(reject|rejected|challenged|changed|corrected|overturned|reversed|disagree|dispute)$/.test(lower))
      return true;
  }
  return false;
}

/** "I do not think she understands" is the same as "she does not understand"; the pattern that looks for the negation must still see it. */
function sayingBetween(c: Candidate, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      /^(matter|call|say|saying|said|says|suggest|suggests|accept|true|agree|mean|right|fair)$/.test(
        c.sentence.lower(i),
      )
    )
      return true;
  return false;
}

function ceasesBetween(c: Candidate, from: number): boolean {
  for (let i = from; i < c.match.from; i++) if (CEASING.has(c.sentence.lower(i))) return true;
  return false;
}

function inAffirmingFrame(c: Candidate, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (NO_RESCUE.has(c.sentence.lower(i)) && i > from) return true;
  return false;
}

/** "Instead of blocking him she …": governs a phrase only. */
const STOPS_AT_SUBJECT = /^(of|than|from|to|without)$/;

/** The rejection reaches to the end of its clause. */
function withinReach(c: Candidate, from: number): boolean {
  for (let i = from; i < c.match.from; i++) {
    const kind = c.sentence.kind(i);
    if (kind === WordKind.Stop || (kind === WordKind.Clause && c.sentence.lower(i) === ';')) return false;
    if (c.sentence.lower(i) === 'but' || c.sentence.lower(i) === 'however') return false;
    // "Rather than ring us, Ellie …": another subject, another statement.
    const next = kind === WordKind.Comma ? c.sentence.mentionAt(i + 1) : c.sentence.mentionAt(i);
    if (!next || next.from <= from || !isSubjectPosition(c.sentence, next)) continue;
    if (kind === WordKind.Comma || STOPS_AT_SUBJECT.test(c.sentence.lower(from - 1))) return false;
  }
  return true;
}

function clauseStart(c: Candidate): number {
  let i = c.match.from;
  while (i > c.sentence.from) {
    const kind = c.sentence.kind(i - 1);
    if (kind === WordKind.Stop || (kind === WordKind.Clause && c.sentence.lower(i - 1) === ';')) break;
    i--;
  }
  return i;
}
