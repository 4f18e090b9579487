import type { Candidate } from '../candidate.ts';

/** Longest sentence that only says yes to the one before, in tokens: "Agreed.", "I quite agree." */
const SHORT = 6;

/** The writer takes the words over: "… and I agree", "…" Agreed. Words that are set aside again are not taken over. */
export function isAdopted(c: Candidate): boolean {
  const { adopt, reject } = c.block.grammar;
  const own = c.block.matcherOf(c.sentence);
  const { to } = c.sentence;
  if (own.occurs(adopt, c.match.to, to) && !own.occurs(reject, c.match.to, to)) return true;
  const next = c.block.sentences[c.index + 1];
  if (!next || next.to - next.from > SHORT) return false;
  const after = c.block.matcherOf(next);
  return after.occurs(adopt, next.from, next.to) && !after.occurs(reject, next.from, next.to);
}
