import type { Session } from './session.ts';

/** Time that changes are gathered for, in milliseconds. Starts at the first change, so steady typing cannot starve it. */
const GATHER = 100;

/** Sends `textDocument/publishDiagnostics` to a client that does not ask for diagnostics itself. */
export function registerPushDiagnostics({ connection, documents, reports, settings }: Session): void {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  async function publish(uri: string): Promise<void> {
    const asked = await settings.of(uri);
    // Nothing waits between here and sending: what is sent belongs to the newest version.
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    if (!asked.enabled) {
      await connection.sendDiagnostics({ uri, version, diagnostics: [] });
      return;
    }
    const report = reports.of(document, asked);
    if (report.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: report.diagnostics });
  }

  function schedule(uri: string, delay: number): void {
    if (waiting.has(uri)) return;
    const timer = setTimeout(() => {
      waiting.delete(uri);
      publish(uri).catch((error: unknown) => connection.console.error(String(error)));
    }, delay);
    waiting.set(uri, timer);
  }

  documents.onDidOpen(({ document }) => schedule(document.uri, 0));
  documents.onDidChangeContent(({ document }) => schedule(document.uri, GATHER));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  const publishAll = (): void => {
    for (const uri of documents.keys()) schedule(uri, 0);
  };
  settings.onDidChange(publishAll);
  reports.onDidChange(publishAll);
}
