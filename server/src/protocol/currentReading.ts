import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Report } from './reports.ts';
import type { Session } from './session.ts';

/** A document and what is known of it as it stands. */
export interface CurrentReading {
  readonly document: TextDocument;
  readonly report: Report;
}

/**
 * The document with a report on this very version; undefined when it is closed, switched off, or could not be read, or the request was cancelled.
 */
export async function currentReading(
  { documents, reports, settings }: Session,
  uri: string,
  token: CancellationToken,
): Promise<CurrentReading | undefined> {
  const asked = documents.get(uri) && (await settings.of(uri));
  const document = documents.get(uri);
  if (!asked?.enabled || !document || token.isCancellationRequested) return undefined;
  const report = reports.of(document, asked);
  return report.version === document.version ? { document, report } : undefined;
}
