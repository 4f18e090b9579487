import type { Connection } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';

const SECTION = 'supervisorReview';

/** The writer's settings, one set per document, kept until the client says that they changed. */
export interface Settings {
  /** Whether the document is to be checked. On unless it was switched off. */
  enabled(uri: string): Promise<boolean>;
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
  const kept = new Map<string, Promise<boolean>>();
  const listeners: (() => void)[] = [];
  let sent: unknown;
  let changes = 0;

  async function ask(uri: string): Promise<boolean> {
    if (!client.answersConfiguration) return isEnabled(sent);
    try {
      return isEnabled(await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      connection.console.warn(`Settings of ${uri} could not be read, the defaults apply: ${String(error)}`);
      return true;
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
    async enabled(uri) {
      for (;;) {
        const asked = kept.get(uri) ?? ask(uri);
        kept.set(uri, asked);
        const before = changes;
        const enabled = await asked;
        // An answer from before a change is out of date by the time it arrives.
        if (before === changes) return enabled;
      }
    },
    onDidChange: (listener) => void listeners.push(listener),
    forget: (uri) => void kept.delete(uri),
  };
}

function isEnabled(settings: unknown): boolean {
  return property(settings, 'enable') !== false;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
