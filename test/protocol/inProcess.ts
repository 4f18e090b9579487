import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type Analyser, NOTHING_TO_READ } from '../../server/src/analysis.ts';
import type { Finding } from '../../server/src/finding.ts';
import { CONNECTION_OPTIONS, startServer } from '../../server/src/protocol/server.ts';
import type { ServedRulebook } from '../../server/src/protocol/session.ts';
import { Client, FULL } from './client.ts';

const RULEBOOK: ServedRulebook = {
  forms: {
    forms: [],
    fields: new Map(),
    groups: [],
    byLabel: new Map(),
    facts: new Set(),
    unsaidFalse: new Set(),
    blanks: new Set(),
  },
  phrases: [],
  rules: new Map(),
  sources: new Map([
    [
      'SRC',
      {
        tag: 'SRC',
        title: 'A <title>',
        publisher: 'A *publisher*',
        year: '2025',
        url: 'https://example.org/',
      },
    ],
  ]),
};

/** A client of the same server in this process, around an analyser of the test's own. */
export function startInProcess(
  analyser: Analyser,
  capabilities: ClientCapabilities = FULL,
  initializationOptions?: unknown,
): Promise<Client> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
    CONNECTION_OPTIONS,
  );
  startServer(server, { analyser, rulebook: RULEBOOK });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  return Client.over(connection, capabilities, initializationOptions);
}

/** An analyser that finds every occurrence of a phrase. */
export function finding(phrase: string, more: Partial<Finding> = {}): Analyser & { calls: number } {
  return {
    calls: 0,
    analyse({ text }) {
      this.calls++;
      const findings: Finding[] = [];
      for (let start = text.indexOf(phrase); start !== -1; start = text.indexOf(phrase, start + 1)) {
        const end = start + phrase.length;
        findings.push({ ...PLAIN_FINDING, start, end, quote: phrase, ...more });
      }
      return { ...NOTHING_TO_READ, findings };
    },
  };
}

/** An analyser that gives the same findings for any text. */
export function always(findings: readonly Partial<Finding>[]): Analyser {
  return {
    analyse: () => ({
      ...NOTHING_TO_READ,
      findings: findings.map((some) => ({ ...PLAIN_FINDING, ...some })),
    }),
  };
}

const PLAIN_FINDING: Finding = {
  rule: 'XX01',
  alias: 'x-rule',
  kind: 'wording',
  category: 'X',
  severity: 'warning',
  message: 'Is that so?',
  why: 'It may not be.',
  start: 0,
  end: 0,
  quote: '',
  rewrites: [],
  sources: [],
  also: [],
};
