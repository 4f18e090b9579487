import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

// Each test starts a server, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** The phrase that every version of the rulebook knows, as rule AG06. */
export const RISKY = 'engages in behaviour that is highly risky';

/** Abilities of a client like VS Code's. */
export const FULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { dataSupport: true },
  },
};

/** Abilities of a client that only knows the oldest ways. */
export const PLAIN: ClientCapabilities = {};

/** A language client for tests: it speaks to the built server over standard input and output. */
export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the client answers to `workspace/configuration`, by document. */
  readonly configuration = new Map<string, unknown>();
  refreshes = 0;
  private readonly versions = new Map<string, number>();
  private readonly texts = new Map<string, TextDocument>();
  private listeners: (() => void)[] = [];

  private constructor(
    readonly connection: ProtocolConnection,
    readonly process: ChildProcess | null,
    readonly initialized: InitializeResult,
  ) {}

  /** Starts the built server and introduces itself. */
  static async start(
    capabilities: ClientCapabilities,
    initializationOptions?: unknown,
    command: readonly string[] = [SERVER, '--stdio'],
  ): Promise<Client> {
    const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    // A server that dies must fail the test that waits for it, at once.
    child.once('exit', () => connection.dispose());
    return Client.over(connection, capabilities, initializationOptions, child);
  }

  /** Introduces itself to a server at the other end of a connection. */
  static async over(
    connection: ProtocolConnection,
    capabilities: ClientCapabilities,
    initializationOptions?: unknown,
    child: ChildProcess | null = null,
  ): Promise<Client> {
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.listen();
    const params: InitializeParams = {
      // A server in this very process must not watch it.
      processId: child ? process.pid : null,
      rootUri: null,
      capabilities,
      initializationOptions,
    };
    const client = new Client(
      connection,
      child,
      await connection.sendRequest(InitializeRequest.type, params),
    );
    connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
      client.published.push(published);
      client.wake();
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri }) => client.configuration.get(scopeUri ?? '') ?? null),
    );
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      client.refreshes++;
      client.wake();
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    this.track(uri, version, text);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'supervisor-review', version, text },
    });
  }

  /** Sends changes as the next version. @returns that version */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    const text = this.texts.get(uri);
    if (text) TextDocument.update(text, contentChanges, version);
    this.versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** The diagnostics of a full report. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('The server said "unchanged" to a client that had nothing.');
    return report.items;
  }

  codeActions(uri: string, range: Range, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only && { only }) },
    }) as Promise<CodeAction[]>;
  }

  hover(uri: string, position: Range['start']): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async configurationChanged(settings: unknown = null): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  /** Waits until the condition holds; it is looked at whenever the server has sent something. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.listeners.push(resolve));
  }

  /** The text that a range of an open document covers, as the client sees it. */
  textAt(uri: string, range: Range): string {
    return this.texts.get(uri)?.getText(range) ?? '';
  }

  /** Says goodbye. @returns the server's exit status */
  async stop(): Promise<number | null> {
    const ended = this.process && once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [status] = (await ended) ?? [null];
    this.connection.dispose();
    return status;
  }

  private track(uri: string, version: number, text: string): void {
    this.versions.set(uri, version);
    this.texts.set(uri, TextDocument.create(uri, 'supervisor-review', version, text));
  }

  private wake(): void {
    const { listeners } = this;
    this.listeners = [];
    for (const listener of listeners) listener();
  }
}

/** The findings of one rule among diagnostics. */
export function ofRule(rule: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => code === rule);
}

/** The one finding of a rule; fails when there is none. */
export function one(rule: string, diagnostics: readonly Diagnostic[]): Diagnostic {
  const [found] = ofRule(rule, diagnostics);
  if (!found) throw new Error(`No finding of ${rule} among ${JSON.stringify(diagnostics)}`);
  return found;
}
