import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { Client, FULL, one, PLAIN, RISKY } from './client.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const URI = 'file:///reviews/a.review.md';

describe('the life of the server', () => {
  it('offers diagnostics to be asked for when the client can ask', async () => {
    const client = await Client.start(FULL);
    expect(client.initialized.capabilities).toMatchInlineSnapshot(`
      {
        "codeActionProvider": {
          "codeActionKinds": [
            "quickfix",
            "source.fixAll.supervisorReview",
          ],
        },
        "codeLensProvider": {},
        "completionProvider": {
          "triggerCharacters": [
            ":",
            "-",
            "#",
            " ",
          ],
        },
        "diagnosticProvider": {
          "identifier": "supervisor-review",
          "interFileDependencies": false,
          "workspaceDiagnostics": false,
        },
        "documentLinkProvider": {},
        "documentSymbolProvider": true,
        "foldingRangeProvider": true,
        "hoverProvider": true,
        "inlayHintProvider": true,
        "positionEncoding": "utf-16",
        "selectionRangeProvider": true,
        "textDocumentSync": {
          "change": 2,
          "openClose": true,
        },
      }
    `);
    expect(client.initialized.serverInfo?.name).toBe('Supervisor Review');
    await client.stop();
  });

  it('offers everything but that to a client that cannot', async () => {
    const client = await Client.start(PLAIN);
    expect(client.initialized.capabilities).toMatchInlineSnapshot(`
      {
        "codeActionProvider": {
          "codeActionKinds": [
            "quickfix",
            "source.fixAll.supervisorReview",
          ],
        },
        "codeLensProvider": {},
        "completionProvider": {
          "triggerCharacters": [
            ":",
            "-",
            "#",
            " ",
          ],
        },
        "documentLinkProvider": {},
        "documentSymbolProvider": true,
        "foldingRangeProvider": true,
        "hoverProvider": true,
        "inlayHintProvider": true,
        "positionEncoding": "utf-16",
        "selectionRangeProvider": true,
        "textDocumentSync": {
          "change": 2,
          "openClose": true,
        },
      }
    `);
    await client.stop();
  });

  it('ends with status 0 after shutdown and exit', async () => {
    const client = await Client.start(FULL);
    expect(await client.stop()).toBe(0);
  });

  it('ends with status 1 when told to exit without a shutdown', async () => {
    const client = await Client.start(FULL);
    if (!client.process) throw new Error('The server has no process.');
    const ended = once(client.process, 'exit');
    await client.connection.sendNotification('exit');
    expect(await ended).toEqual([1, null]);
  });

  it('ends when the client goes away without a word', async () => {
    const client = await Client.start(FULL);
    if (!client.process) throw new Error('The server has no process.');
    const ended = once(client.process, 'exit');
    client.process.stdin?.end();
    expect(await ended).toEqual([1, null]);
  });

  it('speaks over the channel between Node.js processes', async () => {
    const child = fork(SERVER, ['--node-ipc']);
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    const client = await Client.over(connection, FULL, undefined, child);
    await client.open(URI, `She ${RISKY}.`);
    one('AG06', await client.diagnostics(URI));
    expect(await client.stop()).toBe(0);
  });

  it('is the command line’s "lsp" too', async () => {
    const client = await Client.start(FULL, undefined, [CLI, 'lsp']);
    await client.open(URI, `She ${RISKY}.`);
    one('AG06', await client.diagnostics(URI));
    expect(await client.stop()).toBe(0);
  });

  it('opens no network connection', () => {
    const { status, stderr } = spawnSync(process.execPath, [SERVER, '--socket=9'], { encoding: 'utf8' });
    expect(stderr).toContain('sockets are not offered');
    expect(status).toBe(2);
  });

  it('answers a request that is cancelled before its turn without running it', async () => {
    const child = spawn(process.execPath, [SERVER, '--stdio']);
    const answers = new Map<unknown, unknown>();
    const all = new Promise<void>((resolve) => {
      new StreamMessageReader(child.stdout).listen((message) => {
        if ('id' in message) answers.set(message.id, 'error' in message ? message.error : 'result');
        if (answers.size === 3) resolve();
      });
    });
    const messages = [
      { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: FULL } },
      { id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri: URI } } },
      { method: '$/cancelRequest', params: { id: 2 } },
      { id: 3, method: 'shutdown' },
      { method: 'exit' },
    ];
    // In one piece, so that the cancellation is there before the request's turn has come.
    child.stdin.write(messages.map((message) => frame({ jsonrpc: '2.0', ...message })).join(''));
    await all;
    expect(answers.get(2)).toMatchObject({ code: -32800 });
    expect(answers.get(3)).toBe('result');
  });
});

function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
