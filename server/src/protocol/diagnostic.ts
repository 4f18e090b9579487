import { type Diagnostic, DiagnosticSeverity, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, FindingKind, RewriteClass, Severity } from '../finding.ts';

/** Shown beside each message in the list of problems. */
export const SOURCE = 'Supervisor Review';

/** A rewrite as it travels to the client and back. */
export interface RewriteData {
  readonly class: RewriteClass;
  readonly text: string;
  /** What it does, where the text is too long to say it. */
  readonly title?: string;
  /** What to replace; the diagnostic's own range when absent. */
  readonly range?: Range;
}

/** `Diagnostic.data`: all that a quick fix needs, so that none needs a second look at the text. */
export interface FindingData {
  /** Version of the document that the ranges belong to. */
  readonly version: number;
  readonly kind: FindingKind;
  readonly sources: readonly string[];
  readonly rewrites: readonly RewriteData[];
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/**
 * The finding as the client shows it.
 * @param document the version that was analysed
 * @param rulePages address under which rules have pages, or null
 */
export function toDiagnostic(finding: Finding, document: TextDocument, rulePages: string | null): Diagnostic {
  const data: FindingData = {
    version: document.version,
    kind: finding.kind,
    sources: finding.sources,
    rewrites: [...finding.rewrites, ...(finding.prompt ? [finding.prompt] : [])].map((rewrite) => ({
      class: rewrite.class,
      text: rewrite.text,
      ...(rewrite.title !== undefined && { title: rewrite.title }),
      ...((rewrite.start !== finding.start || rewrite.end !== finding.end) && {
        range: rangeOf(rewrite, document),
      }),
    })),
  };
  return {
    range: rangeOf(finding, document),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(rulePages !== null && {
      codeDescription: { href: `${rulePages}${encodeURIComponent(finding.rule)}.md` },
    }),
    source: SOURCE,
    message: finding.message,
    data,
  };
}

/** Whether a diagnostic's data, back from a client, is what this server put there. */
export function isFindingData(data: unknown): data is FindingData {
  if (typeof data !== 'object' || data === null) return false;
  const { version, rewrites } = data as Partial<FindingData>;
  return typeof version === 'number' && Array.isArray(rewrites) && rewrites.every(isRewriteData);
}

function isRewriteData(rewrite: unknown): rewrite is RewriteData {
  if (typeof rewrite !== 'object' || rewrite === null) return false;
  const { class: kind, text, range } = rewrite as Partial<RewriteData>;
  return (
    (kind === 'A' || kind === 'C' || kind === 'Q') &&
    typeof text === 'string' &&
    (range === undefined || Range.is(range))
  );
}

/** UTF-16 offsets of the document as a range of lines and characters. */
export function rangeOf(
  span: { readonly start: number; readonly end: number },
  document: TextDocument,
): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}
