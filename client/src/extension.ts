import {
  commands,
  type Event,
  type ExtensionContext,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { registerCommands } from './commands/register.ts';
import { productName, section } from './names.ts';
import { registerRulePages } from './rulePages.ts';
import { type ClientFactory, type ServerState, Session } from './session.ts';
import { documentSelector } from './settings.ts';
import { type Status, StatusItem } from './status.ts';

/** What the extension tells other extensions, and its own tests. */
export interface ExtensionApi {
  /** Whether the language server is there to answer. */
  readonly serverState: ServerState;
  /** Fires after `serverState` has changed. */
  readonly onDidChangeServerState: Event<ServerState>;
  /** What the language status item says of a document. */
  statusOf(document: TextDocument): Status;
}

/**
 * Wires the extension up; desktop and web differ only in how the server is started.
 * @returns the API, and what to call when VS Code closes
 */
export function startExtension(
  context: ExtensionContext,
  createClient: ClientFactory,
): { api: ExtensionApi; stop: () => Promise<void> } {
  const log = window.createOutputChannel(productName, { log: true });
  const session = new Session(createClient, log);
  const status = new StatusItem(session);

  const startIfChecked = (document: TextDocument) => {
    if (languages.match(documentSelector(), document) > 0) void session.start();
  };
  context.subscriptions.push(
    log,
    status,
    registerRulePages(session),
    ...registerCommands(session, log),
    workspace.onDidOpenTextDocument(startIfChecked),
    workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration(`${section}.alsoCheck`)) return;
      // Which documents the client follows is settled when it is made.
      await session.stop();
      workspace.textDocuments.forEach(startIfChecked);
    }),
  );
  void commands.executeCommand('setContext', `${section}.active`, true);
  workspace.textDocuments.forEach(startIfChecked);

  return {
    api: {
      get serverState() {
        return session.state;
      },
      onDidChangeServerState: session.onDidChangeState,
      statusOf: (document) => status.statusOf(document),
    },
    stop: () => session.stop(),
  };
}
