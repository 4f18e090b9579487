import { Tag } from '../../text/lexicon.ts';
import { WordKind } from '../../text/word.ts';
import type { Candidate, Guard } from '../candidate.ts';

/**
 * The sentence already says what somebody did to the child, or why she had no choice: "was pressured into choosing to stay",
 * "went because she was scared of him". That is the opposite of blame.
 */
export const influenceGuard: Guard = (c) => {
  const category = c.rule.info.category;
  if (category !== 'AGENCY') return 'pass';
  const s = c.sentence;
  const m = c.block.matcherOf(s);
  if (m.occurs(c.block.grammar.reason, s.from, s.to)) return 'silence';
  const clause = s.clauseAround(c.match.from);
  for (let i = clause.from; i < c.match.from; i++) {
    if (!(s.tags(i) & Tag.Influence)) continue;
    const aux = s.tags(i - 1) & Tag.Auxiliary || s.tags(i - 2) & Tag.Auxiliary;
    if (aux && s.lower(i) !== 'told' && leadsOn(c, i)) return 'silence';
  }
  return 'pass';
};

/** The verb of influence governs the match: "persuaded to", "pressured into", "made to". */
function leadsOn(c: Candidate, i: number): boolean {
  const next = c.sentence.lower(i + 1);
  if (next !== 'to' && next !== 'into' && next !== 'by') return false;
  for (let k = i + 1; k < c.match.from; k++)
    if (c.sentence.lower(k) === 'and' || c.sentence.lower(k) === 'but') return false;
  return true;
}

/** Questions and conditions put the frame without asserting the act: softer; a question that offers the correction is the good question. */
export const questionGuard: Guard = (c) => {
  const s = c.sentence;
  const last = s.word(s.to - 1);
  const asks = last?.kind === WordKind.Stop && last.lower.startsWith('?');
  if (asks) {
    for (let i = c.match.to; i < s.to; i++)
      if (s.lower(i) === 'or' && /^(is|was|being|has|whether|put|made|are)$/.test(s.lower(i + 1)))
        return 'silence';
    // "Is he really her boyfriend?": the label is being tested.
    if (c.rule.info.category === 'RELATION' && /^(is|was|are|were)$/.test(s.lower(s.from))) return 'silence';
    if (/^(why|what|how)$/.test(s.lower(s.from))) return 'soften';
    return 'inform';
  }
  for (let i = s.from; i < c.match.from; i++) {
    const lower = s.lower(i);
    if (lower === 'whether') return 'silence';
    if (lower === 'even' && s.lower(i + 1) === 'if') return 'silence';
    if ((lower === 'if' || (lower === 'should' && i === s.from)) && !resultClause(c, i)) return 'soften';
    if (lower === 'risk' && s.lower(i + 1) === 'that') return 'inform';
  }
  return 'pass';
};

/** The match stands after the comma that ends the condition. */
function resultClause(c: Candidate, from: number): boolean {
  for (let k = from; k < c.match.from; k++)
    if (c.sentence.kind(k) === WordKind.Comma || c.sentence.lower(k) === 'then') return true;
  return false;
}
