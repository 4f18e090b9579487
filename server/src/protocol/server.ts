import {
  type Connection,
  type ConnectionOptions,
  LSPErrorCodes,
  type ResponseMessage,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyser } from '../analysis.ts';
import { VERSION } from '../version.ts';
import { readClientFeatures } from './clientFeatures.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCodeLens } from './codeLens.ts';
import { registerCompletion } from './completion.ts';
import { registerDocumentLinks } from './documentLinks.ts';
import { registerDocumentSymbols } from './documentSymbols.ts';
import { registerFoldingRanges } from './foldingRanges.ts';
import { registerHover } from './hover.ts';
import { registerInlayHints } from './inlayHints.ts';
import { registerPullDiagnostics } from './pullDiagnostics.ts';
import { registerPushDiagnostics } from './pushDiagnostics.ts';
import { createReports } from './reports.ts';
import { registerRequests } from './requests.ts';
import { registerSelectionRanges } from './selectionRanges.ts';
import { serverCapabilities } from './serverCapabilities.ts';
import type { ServedRulebook } from './session.ts';
import { createSettings } from './settings.ts';

/** A request that was cancelled while it still waited in the queue is answered at once and never run. */
export const CONNECTION_OPTIONS: ConnectionOptions = {
  connectionStrategy: {
    // The library puts the request's own id in.
    cancelUndispatched: ({ jsonrpc }): ResponseMessage => ({
      jsonrpc,
      id: null,
      error: { code: LSPErrorCodes.RequestCancelled, message: 'Cancelled' },
    }),
  },
};

/**
 * Serves one client over the connection until it says `exit`.
 * @param connection a connection that does not listen yet
 * @param core the analyser, and the rulebook that hovers and rule pages quote
 */
export function startServer(
  connection: Connection,
  { analyser, rulebook }: { readonly analyser: Analyser; readonly rulebook: ServedRulebook },
): void {
  const documents = new TextDocuments(TextDocument);

  connection.onInitialize((params) => {
    const client = readClientFeatures(params);
    const settings = createSettings(connection, client);
    const reports = createReports(analyser, client.rulePages, (message) => connection.console.error(message));
    documents.onDidClose(({ document: { uri } }) => {
      settings.forget(uri);
      reports.forget(uri);
    });
    const session = { connection, client, documents, reports, settings, rulebook };
    const registerDiagnostics = client.pullsDiagnostics ? registerPullDiagnostics : registerPushDiagnostics;
    registerDiagnostics(session);
    registerCodeActions(session);
    registerHover(session);
    registerRequests(session);
    registerCompletion(session);
    registerDocumentSymbols(session);
    registerFoldingRanges(session);
    registerSelectionRanges(session);
    registerCodeLens(session);
    registerInlayHints(session);
    registerDocumentLinks(session);
    return {
      capabilities: serverCapabilities(client),
      serverInfo: { name: 'Supervisor Review', version: VERSION },
    };
  });

  documents.listen(connection);
  connection.listen();
}
