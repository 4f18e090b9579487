import { type Diagnostic, languages, type Position, type TextDocument, type Uri } from 'vscode';
import { rulePageScheme } from './names.ts';

/** Whether a diagnostic is one of ours: only ours link to a rule's page. */
export function isFinding(diagnostic: Diagnostic): boolean {
  return rulePageOf(diagnostic) !== undefined;
}

/** The address of the page that explains a finding's rule. */
export function rulePageOf(diagnostic: Diagnostic): Uri | undefined {
  const { code } = diagnostic;
  if (typeof code !== 'object' || code.target.scheme !== rulePageScheme) return undefined;
  return code.target;
}

/** Our findings in a document, as VS Code shows them. */
export function findingsIn(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(isFinding);
}

/** The finding at a position: the narrowest that holds it, else the first on its line. */
export function findingAt(document: TextDocument, position: Position): Diagnostic | undefined {
  const length = ({ range }: Diagnostic) => document.offsetAt(range.end) - document.offsetAt(range.start);
  const findings = findingsIn(document);
  const [narrowest] = findings
    .filter(({ range }) => range.contains(position))
    .sort((a, b) => length(a) - length(b));
  return narrowest ?? findings.find(({ range }) => range.start.line === position.line);
}
