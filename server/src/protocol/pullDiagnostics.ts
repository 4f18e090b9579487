import { DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Result id of a document that is switched off or not open. */
const NOTHING = 'nothing';

/** Answers `textDocument/diagnostic`. */
export function registerPullDiagnostics({ connection, client, documents, reports, settings }: Session): void {
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const asked = documents.get(uri) && (await settings.of(uri));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    // Looked up again: it may have been closed while the settings were read.
    const document = documents.get(uri);
    const { resultId, diagnostics } =
      document && asked?.enabled ? reports.of(document, asked) : { resultId: NOTHING, diagnostics: [] };
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
  });
  const refresh = (): void => {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => {});
  };
  settings.onDidChange(refresh);
  reports.onDidChange(refresh);
}
