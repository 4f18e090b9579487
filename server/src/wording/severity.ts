import type { Severity } from '../finding.ts';

/** One step lower; information stays what it is. */
export function softer(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : 'information';
}

const RANK: Record<Severity, number> = { error: 2, warning: 1, information: 0 };

/** Sorts the graver first. */
export function graver(a: Severity, b: Severity): number {
  return RANK[b] - RANK[a];
}
