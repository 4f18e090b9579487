import type { Connection } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';

const SECTION = 'supervisorReview';

/** What a writer may decide for a document. */
export interface DocumentSettings {
  /** Whether the document is to be checked. On unless it was switched off. */
  readonly enabled: boolean;
  /** Whether rules that are a matter of preference speak too. Off unless it was switched on. */
  readonly preferences: boolean;
}

const DEFAULTS: DocumentSettings = { enabled: true, preferences: false };

/** The writer's settings, one set per document, kept until the client says that they changed. */
export interface Settings {
  of(uri: string): Promise<DocumentSettings>;
  /** Calls back after every change of settings. */
  onDidChange(listener: () => void): void;
  /** Drops what is kept about a closed document. */
  forget(uri: string): void;
}

/**
 * Settings read from the client: asked for per document where it can answer, else taken from what it sends with
 * `workspace/didChangeConfiguration`.
 */
export function createSettings(connection: Connection, client: ClientFeatures): Settings {
  const kept = new Map<string, Promise<DocumentSettings>>();
  const listeners: (() => void)[] = [];
  let sent: unknown;
  let changes = 0;

  async function ask(uri: string): Promise<DocumentSettings> {
    if (!client.answersConfiguration) return read(sent);
    try {
      return read(await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      connection.console.warn(`Settings of ${uri} could not be read, the defaults apply: ${String(error)}`);
      return DEFAULTS;
    }
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    sent = property(settings, SECTION);
    kept.clear();
    changes++;
    for (const listener of listeners) listener();
  });
  connection.onInitialized(() => {
    if (!client.registersConfiguration) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  });

  return {
    async of(uri) {
      for (;;) {
        const asked = kept.get(uri) ?? ask(uri);
        kept.set(uri, asked);
        const before = changes;
        const answer = await asked;
        // An answer from before a change is out of date by the time it arrives.
        if (before === changes) return answer;
      }
    },
    onDidChange: (listener) => void listeners.push(listener),
    forget: (uri) => void kept.delete(uri),
  };
}

function read(settings: unknown): DocumentSettings {
  return {
    enabled: property(settings, 'enable') !== false,
    preferences: property(settings, 'preferences') === true,
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
