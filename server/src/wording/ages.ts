import type { Severity } from '../finding.ts';
import type { Candidate } from './candidate.ts';

/** Beyond this gap in years two people under 18 are not peers (patterns C9; a default of this tool). */
const PEER_GAP = 2;
const CONCERN =
  /\b(gift|gifts|car|cars|hotel|online|money|cash|drug|drugs|missing|vape|vapes|phone|bruis\w*|scared|threat\w*)\b/i;

/**
 * RELATION wording by age: an adult or an unknown age keeps the rule's severity; two people under 18 and close in age, with nothing of concern near, are information.
 * Ages are read within two sentences of the match.
 */
export function relationSeverity(c: Candidate, severity: Severity): Severity {
  const near = c.block.sentences.slice(Math.max(0, c.index - 2), c.index + 3);
  const ages: number[] = [];
  for (const s of near) for (const m of s.mentions) if (m.age !== undefined) ages.push(m.age);
  const minors = ages.filter((a) => a < 18);
  if (ages.some((a) => a >= 18) || minors.length < 1) return severity;
  const known = ages.length >= 2 ? ages : undefined;
  if (!known) return severity;
  const gap = Math.max(...known) - Math.min(...known);
  if (gap > PEER_GAP || CONCERN.test(c.block.text)) return severity;
  return 'information';
}
