import type { Finding } from '../finding.ts';
import type { BlockContext, Candidate, Verdict } from './candidate.ts';
import { graver } from './severity.ts';

/** A finding with what it was made from. */
export interface Ranked {
  readonly finding: Finding;
  readonly candidate: Candidate;
  readonly verdict: Verdict;
  /** 0 for a rule of the tables, 1 for a generalising frame. */
  readonly rank: number;
}

/**
 * One finding per place: of findings that overlap the graver beats the milder, the table's rule a frame, one that knows better words one that only
 * asks, the longer the shorter.
 * The rules that saw the same words are named in `also`. At most one AGENCY finding for each clause.
 */
export function merge(found: readonly Ranked[], block: BlockContext): Ranked[] {
  const sorted = [...found].sort(
    (a, b) =>
      graver(a.finding.severity, b.finding.severity) ||
      a.rank - b.rank ||
      Number(hasRewrites(b)) - Number(hasRewrites(a)) ||
      length(b.finding) - length(a.finding) ||
      a.finding.start - b.finding.start ||
      (a.finding.rule < b.finding.rule ? -1 : 1),
  );
  const kept: { finding: Finding; ranked: Ranked; also: Set<string> }[] = [];
  for (const ranked of sorted) {
    const { finding } = ranked;
    const rival = kept.find(
      (k) => overlaps(k.finding, finding) || sameClauseAgency(k.finding, finding, block),
    );
    if (rival) {
      if (finding.rule !== rival.finding.rule) rival.also.add(finding.rule);
    } else kept.push({ finding, ranked, also: new Set() });
  }
  return kept
    .map(({ finding, ranked, also }) => ({ ...ranked, finding: { ...finding, also: [...also].sort() } }))
    .sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end)
    .filter(oncePerParagraph());
}

/** Hints about who did it are given once in a paragraph: the passive is often right, and a hint on every sentence nags. */
function oncePerParagraph(): (ranked: Ranked) => boolean {
  let given = false;
  return ({ finding }) => {
    if (finding.category !== 'PASSIVE' || finding.severity !== 'information') return true;
    if (given) return false;
    given = true;
    return true;
  };
}

function hasRewrites({ candidate }: Ranked): boolean {
  return candidate.shape.rewrites.length > 0;
}

function length(f: Finding): number {
  return f.end - f.start;
}

function overlaps(a: Finding, b: Finding): boolean {
  return a.start < b.end && b.start < a.end;
}

/** "Chose to keep putting herself at risk" is one thing to look at, not three. */
function sameClauseAgency(a: Finding, b: Finding, block: BlockContext): boolean {
  if (a.category !== 'AGENCY' || b.category !== 'AGENCY') return false;
  const sentence = block.sentences.find(
    (s) => (s.tokens.starts[s.from] as number) <= a.start && (s.tokens.ends[s.to - 1] as number) >= a.end,
  );
  if (!sentence) return false;
  let at = sentence.from;
  while (at < sentence.to && (sentence.tokens.starts[at] as number) < a.start) at++;
  const clause = sentence.clauseAround(at);
  const from = sentence.tokens.starts[clause.from] as number;
  const to = sentence.tokens.ends[clause.to - 1] as number;
  // A conjoined verb is a statement of its own ("and engages in …").
  const between = block.text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
  return b.start >= from && b.end <= to && !/\b(and|or)\b|[,;]/i.test(between);
}
