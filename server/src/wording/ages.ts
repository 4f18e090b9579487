import type { Severity } from '../finding.ts';
import type { Sentence } from '../people/sentence.ts';
import type { Candidate } from './candidate.ts';

/** Beyond this gap in years two people under 18 are not peers (patterns C9; a default of this tool). */
const PEER_GAP = 2;

/** What turns a friendship between two children into something to ask about (patterns C9). */
const CONCERN =
  /^(gifts?|money|cash|hotel|drugs?|weed|cannabis|alcohol|vodka|vapes?|threat\w*|scared|afraid|bruis\w*|injur\w*|image|images|nudes?)$/;

/** An age that stands alone: "who is fifteen", "both thirteen". */
const AGE_WORDS = new Map(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen'
    .split(' ')
    .map((word, i) => [word, i + 10] as const),
);

/**
 * RELATION wording by age: an adult or an unknown age keeps the rule's severity; where the other person is said to be under 18 and close in age, with nothing of
 * concern near, it is information. Ages are read within two sentences of the match.
 */
export function relationSeverity(c: Candidate, severity: Severity): Severity {
  const near = c.block.sentences.slice(Math.max(0, c.index - 2), c.index + 3);
  const ages = near.flatMap(agesIn);
  if (ages.length === 0 || ages.some((age) => age >= 18)) return severity;
  // One age alone may be the child's own; it counts as the other's only beside the word itself.
  if (ages.length === 1 && !besideMatch(c)) return severity;
  if (Math.max(...ages) - Math.min(...ages) > PEER_GAP) return severity;
  for (const s of near) for (let i = s.from; i < s.to; i++) if (CONCERN.test(s.lower(i))) return severity;
  return 'information';
}

function agesIn(s: Sentence): number[] {
  const ages = s.mentions.flatMap((m) => (m.age === undefined ? [] : [m.age]));
  for (let i = s.from + 1; i < s.to; i++) {
    const word = s.lower(i);
    const years = AGE_WORDS.get(word) ?? (/^\d{2}$/.test(word) ? Number(word) : undefined);
    if (
      years !== undefined &&
      /^(is|was|are|both|aged|now|only|just|also)$/.test(s.lower(i - 1)) &&
      s.lower(i + 1) !== ':'
    )
      ages.push(years);
  }
  return ages;
}

function besideMatch(c: Candidate): boolean {
  const s = c.sentence;
  if (s.mentions.some((m) => m.age !== undefined && m.from < c.match.to && m.to >= c.match.spanFrom))
    return true;
  for (let i = c.match.to; i < Math.min(c.match.to + 5, s.to); i++)
    if (AGE_WORDS.has(s.lower(i)) || /^1\d$/.test(s.lower(i))) return true;
  return false;
}
