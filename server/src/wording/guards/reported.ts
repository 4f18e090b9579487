import type { Role } from '../../people/role.ts';
import { subjectOf } from '../../people/subject.ts';
import { Tag } from '../../text/lexicon.ts';
import { Shape, WordKind } from '../../text/word.ts';
import type { Candidate, Guard, Verdict } from '../candidate.ts';
import { isAdopted } from './adoption.ts';
import { attributionAfter } from './attribution.ts';
import { sourceVerdict } from './source.ts';

/** Verbs of naming: whose word "boyfriend" is. */
const NAMING = new Set(
  'call calls called calling describe describes described describing refer refers referred label labels labelled name names named regards regard regarded introduces introduced known'.split(
    ' ',
  ),
);

/**
 * Reported speech without quotation marks: the source decides. The child's, a suspect's or a relative's words are theirs; a colleague's label, carried over, still
 * reads as the writer's, more softly; a view that nobody owns ("it is felt that") is the writer's.
 */
export const reportedGuard: Guard = (c) => {
  const s = c.sentence;
  // "she says it was consensual and I agree": taken over.
  if (isAdopted(c)) return 'pass';
  if (claimSetAside(c)) return 'silence';
  for (let i = c.match.from - 1; i >= s.from; i--) {
    const kind = s.kind(i);
    if (kind === WordKind.Stop || (kind === WordKind.Clause && s.lower(i) === ';')) break;
    const tags = s.tags(i);
    if (!(tags & (Tag.Speech | Tag.Belief))) continue;
    if (!governs(c, i)) continue;
    return sourceVerdict(sourceOf(c, i));
  }
  const after = postposed(c);
  return after ?? 'pass';
};

/** The reporting verb at `i` opens a clause that holds the match: that, a new subject, or a naming complement follows. */
function governs(c: Candidate, i: number): boolean {
  const s = c.sentence;
  const lower = s.lower(i);
  if (lower === 'according') return s.lower(i + 1) === 'to';
  if (lower === 'per') return true;
  // "When will she accept that …" reports nothing.
  if (/^(accept|accepts|accepted|see|sees|seen)$/.test(lower)) return false;
  // "When asked, the YP denied it": reports nothing that follows.
  if (/^(when|if|once|after|although|though|until|unless|despite|being|while|whilst)$/.test(s.lower(i - 1)))
    return false;
  // "Asked about the phone, Kofi …": what was asked ends at the comma.
  if (/^(asked|questioned|challenged|pressed|confronted|quizzed)$/.test(lower) && opensWithComma(c, i))
    return false;
  // "by text", "the report", "of note": a noun.
  if (s.tags(i - 1) & (Tag.Article | Tag.Possessive | Tag.Preposition | Tag.Determiner)) return false;
  // The head verb of the match may itself be a verb of saying or thinking.
  if (i >= c.match.from) return false;
  if (crossesClause(c, i)) return false;
  // "calls round at his flat"
  if (/^call/.test(lower) && /^(round|in|at|by|over|out|back|for|on|up|off)$/.test(s.lower(i + 1)))
    return false;
  if (isFreeRelative(c, i)) return false;
  if (NAMING.has(lower)) return true;
  // A verb of saying counts only when what it says follows: that …, a new subject, to an officer that …
  for (let k = i + 1; k <= c.match.from; k++) {
    if (s.lower(k) === 'that' || s.kind(k) === WordKind.Clause || s.kind(k) === WordKind.Comma) return true;
    const m = s.mentions.find((x) => x.from === k && x.grammaticalCase !== 'object');
    if (m && m.from <= c.match.from && k > i) return true;
  }
  // "says it was consensual": what is said follows at once.
  if (s.tags(i) & Tag.Speech && /^(it|this|that|there)$/.test(s.lower(s.skipAdverbs(i + 1)))) return true;
  return c.subject.mention !== undefined && c.subject.mention.from > i;
}

/** "What she says does not amount to …": what follows is said of it by the writer. */
function isFreeRelative(c: Candidate, verb: number): boolean {
  const s = c.sentence;
  const next = s.skipAdverbs(verb + 1);
  if (!(s.tags(next) & (Tag.Auxiliary | Tag.Modal)) || /ing$/.test(s.lower(next))) return false;
  let start = verb;
  while (start > s.from && s.tags(start - 1) & (Tag.Adverb | Tag.Auxiliary | Tag.Modal)) start--;
  const speaker = s.mentionEndingAt(start);
  return speaker !== undefined && /^(what|whatever|all|everything|anything)$/.test(s.lower(speaker.from - 1));
}

function opensWithComma(c: Candidate, i: number): boolean {
  const s = c.sentence;
  for (let k = s.from; k < i; k++) if (s.kind(k) === WordKind.Word) return false;
  for (let k = i + 1; k < c.match.from; k++) if (s.kind(k) === WordKind.Comma) return true;
  return false;
}

/** "but", "and I", a second sentence joined on: what follows is the writer's again. */
function crossesClause(c: Candidate, i: number): boolean {
  const s = c.sentence;
  for (let k = i + 1; k < c.match.from; k++) {
    const lower = s.lower(k);
    // "… and, in my view, he enjoys it": the writer's own.
    if (lower === 'my' || lower === 'i') return true;
    if (lower === 'but' || lower === 'however' || lower === 'yet') return true;
    if (lower === 'and' || lower === 'so' || lower === 'then') {
      const next = s.mentionAt(s.skipAdverbs(k + 1));
      if (next?.role === 'writer') return true;
      if (lower === 'so' || lower === 'then') return true;
    }
  }
  return false;
}

/** The source of the reporting verb; undefined when nobody owns it ("it is felt", "is seen as"). */
function sourceOf(c: Candidate, i: number): { role: Role | undefined; nobody: boolean } {
  const s = c.sentence;
  const lower = s.lower(i);
  if (lower === 'according' || lower === 'per') {
    let at = i + (lower === 'per' ? 1 : 2);
    while (s.tags(at) & (Tag.Article | Tag.Determiner | Tag.Possessive) && !s.mentionAt(at)) at++;
    const m = s.mentionAt(at);
    return { role: m ? (c.block.discourse.resolve(s, m).role ?? 'child') : 'professional', nobody: false };
  }
  // "Misper believed to be with …": nobody is said to believe it.
  if (
    /^(to|as)$/.test(s.lower(i + 1)) &&
    /(ed|known|said|thought|felt|seen)$/.test(lower) &&
    lower !== 'agreed'
  )
    return { role: undefined, nobody: true };
  const passive = s.tags(i - 1) & Tag.Auxiliary && /(ed|known|said|thought|felt|seen|told)$/.test(lower);
  if (passive) {
    const by = s.lower(i + 1) === 'by' ? s.mentionAt(i + 2) : undefined;
    if (by) return { role: c.block.discourse.resolve(s, by).role ?? 'child', nobody: false };
    // What a child "was told" is what an officer or worker said to the child.
    return lower === 'told' || lower === 'advised'
      ? { role: 'professional', nobody: false }
      : { role: undefined, nobody: true };
  }
  const subject = subjectOf(s, i, c.block.discourse, false);
  if (subject.role === 'thing' || s.lower(i - 1) === 'it') return { role: undefined, nobody: true };
  if (subject.role === undefined && !subject.mention) return { role: undefined, nobody: true };
  // "as far as anyone can tell": nobody in particular.
  if (/^(anyone|anybody|everyone|everybody)$/.test(s.lower(subject.mention?.head ?? -1)))
    return { role: undefined, nobody: true };
  // "They say she …": nobody owns it.
  if (
    s.lower(subject.mention?.head ?? -1) === 'they' &&
    subject.role !== 'child' &&
    subject.role !== 'suspect'
  )
    return { role: undefined, nobody: true };
  // "Joanne says …": a name nobody explains, not written as suspects are: somebody who knows the child.
  const head = subject.mention?.kind === 'name' ? s.word(subject.mention.head) : undefined;
  if (subject.role === 'unknown' && head?.shape === Shape.Capital) return { role: 'adult', nobody: false };
  return { role: subject.role ?? 'child', nobody: false };
}

/** "The suspect's claim that she was his girlfriend"; "the suggestion that she agreed is rejected": not the writer's. */
function claimSetAside(c: Candidate): boolean {
  const s = c.sentence;
  for (let i = s.from; i < c.match.from; i++) {
    if (!CLAIM.test(s.lower(i))) continue;
    const owner = s.mentionEndingAt(i);
    if (
      owner?.possessive &&
      s.lower(i + 1) === 'that' &&
      c.block.discourse.resolve(s, owner).role === 'suspect'
    )
      return true;
    for (let k = c.match.to; k < s.to && s.kind(k) !== WordKind.Stop; k++)
      if (SET_ASIDE.test(s.lower(k))) return true;
  }
  return false;
}

const CLAIM =
  /^(claims?|suggestions?|assertions?|contention|notion|idea|defence|version|argument|assumption)$/;
const SET_ASIDE =
  /^(rejected|refuted|disputed|disbelieved|untrue|false|dismissed|wrong|unsupported|unacceptable)$/;

/** "…, mum says.", "…, says the form." */
function postposed(c: Candidate): Verdict | undefined {
  const source = attributionAfter(c);
  if (!source) return undefined;
  if ('document' in source) return sourceVerdict({ role: 'organisation', nobody: false });
  return sourceVerdict({
    role: c.block.discourse.resolve(c.sentence, source.mention).role ?? 'child',
    nobody: false,
  });
}
