import type { Discourse } from '../../people/discourse.ts';
import type { Sentence } from '../../people/sentence.ts';
import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';

/** What the matcher knows of English beyond the words of a pattern. */

/** A predicate without its verb: at the start of a log line, or straight after the person. */
export function leavesOutBe(s: Sentence, pos: number, discourse: Discourse): boolean {
  // "YP co-offender with ROACH": a noun that says what the person before it is; any other person starts afresh.
  if (
    s.mentions.some(
      (m) => m.from <= pos && m.to > pos && (m.from < pos || m.kind !== 'noun' || !s.mentionEndingAt(pos)),
    )
  )
    return false;
  if (s.tags(pos) & Tag.Article) return false;
  // "YP put himself forward": there is a verb already.
  if (
    /^(put|puts|went|goes|kept|came|comes|took|takes|gave|gives|let|lets|made|makes|told|said|says|ran)$/.test(
      s.lower(s.skipAdverbs(pos)),
    )
  )
    return false;
  let first = pos;
  while (first > s.from && s.tags(first - 1) & Tag.Adverb) first--;
  if (first === s.from) return true;
  const before = s.kind(pos - 1);
  if (before === WordKind.Number || before === WordKind.Clause || before === WordKind.Dash) return true;
  const m = s.mentionEndingAt(pos);
  if (!m || m.possessive || m.grammaticalCase === 'object' || s.tags(m.from - 1) & Tag.Preposition)
    return false;
  return discourse.resolve(s, m).role === 'child';
}

/** "has been living": an auxiliary is no head verb. */
export function isAuxiliaryUse(s: Sentence, pos: number): boolean {
  if (!/^(has|have|had|'ve|having)$/.test(s.lower(pos))) return false;
  // "has been having sexualised conversations": a verb of its own.
  if (s.lower(pos) === 'having' && s.tags(s.from + Math.max(0, pos - 1 - s.from)) & Tag.Auxiliary)
    return false;
  let next = pos + 1;
  while (s.tags(next) & (Tag.Adverb | Tag.Negator)) next++;
  return s.lower(next) === 'been' || (s.tags(next) === 0 && /[^e]ed$/.test(s.lower(next)));
}

/** A gap stays in its clause: "but", "so", and an "and" that brings another verb or subject end it. */
export function startsNewClause(s: Sentence, pos: number): boolean {
  if (!(s.tags(pos) & Tag.Conjunction)) return false;
  const lower = s.lower(pos);
  if (lower === 'but' || lower === 'so' || lower === 'then' || lower === 'yet') return true;
  if (lower !== 'and' && lower !== '&' && lower !== 'or' && lower !== '+') return false;
  const next = s.skipAdverbs(pos + 1);
  if (s.tags(next) & (Tag.SubjectPronoun | Tag.Auxiliary | Tag.Modal | Tag.Negator | Tag.Catenative))
    return true;
  return (
    /(s|ed)$/.test(s.lower(next)) &&
    (s.tags(next + 1) & (Tag.Preposition | Tag.Determiner | Tag.Reflexive | Tag.ObjectPronoun)) !== 0
  );
}

/** What joins a noun to its value: "insight – nil", "engagement: none", "decision making = poor", "has been nil", or nothing in log English. */
export function breakEnds(s: Sentence, pos: number): readonly number[] {
  const kind = s.kind(pos);
  if (kind === WordKind.Dash || kind === WordKind.Joiner || s.lower(pos) === ':' || s.lower(pos) === '=')
    return [pos + 1];
  return /^(is|are|was|were|be|been|being|remains?|remained|seems?|appears?)$/.test(s.lower(pos))
    ? [pos + 1]
    : [pos];
}
