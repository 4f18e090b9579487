import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyser } from '../server/src/analysis.ts';
import { createReports } from '../server/src/protocol/reports.ts';
import { builtinRulebook } from '../server/src/rulebook/builtin.ts';
import { applyEdit, type Edit, keystrokes } from './edits.ts';
import { review } from './generate.ts';
import { startServer } from './languageServer.ts';
import { summarise, type Times, time } from './measure.ts';
import type { Peer } from './peers.ts';

const LENGTH = 200_000;
const EDITS = 240;
/** Fewer for the peers, which need more time for each. */
const PEER_EDITS = 60;
/** Keystrokes before measuring, so that compiling on the fly is over. */
const WARM_UP = 40;

export interface KeystrokeResult {
  readonly length: number;
  /** Inside the server: the edit applied, the document analysed, diagnostics made. */
  readonly server: Times;
  /** As the editor sees it: change sent, diagnostics asked for, received and parsed. */
  readonly roundTrip: Times;
  readonly peers: readonly { readonly name: string; readonly times: Times }[];
}

/** Measures one keystroke in a long review: this product, and others over the same text. */
export async function measureKeystrokes(peers: readonly Peer[]): Promise<KeystrokeResult> {
  const text = review(LENGTH);
  const edits = keystrokes(text.length, EDITS + WARM_UP);
  const server = await run(inProcess(text), edits);
  const connected = await overProtocol(text);
  const roundTrip = await run(connected.edit, edits);
  await connected.stop();
  const others = [];
  for (const { name, check } of peers) {
    let current = text;
    const edit = (some: Edit) => {
      current = applyEdit(current, some);
      return check(current);
    };
    others.push({ name, times: await run(edit, edits.slice(0, PEER_EDITS + WARM_UP)) });
  }
  return { length: text.length, server, roundTrip, peers: others };
}

async function run(edit: (edit: Edit) => unknown, edits: readonly Edit[]): Promise<Times> {
  const times: number[] = [];
  for (const some of edits) times.push(await time(() => edit(some)));
  return summarise(times.slice(WARM_UP));
}

function inProcess(text: string): (edit: Edit) => unknown {
  const document = TextDocument.create('file:///bench.review', 'supervisor-review', 1, text);
  const reports = createReports(createAnalyser(builtinRulebook()), null, (message) => {
    throw new Error(message);
  });
  return (edit) => {
    TextDocument.update(document, [toChange(document, edit)], document.version + 1);
    return reports.of(document, { preferences: false }).diagnostics;
  };
}

async function overProtocol(text: string) {
  const uri = 'file:///bench.review';
  const mirror = TextDocument.create(uri, 'supervisor-review', 1, text);
  const server = await startServer();
  await server.open(uri, text);
  const edit = async (some: Edit) => {
    const change = toChange(mirror, some);
    TextDocument.update(mirror, [change], mirror.version + 1);
    await server.change(uri, mirror.version, change);
    await server.pull(uri);
  };
  return { edit, stop: () => server.stop() };
}

function toChange(document: TextDocument, edit: Edit) {
  const end = edit.offset + ('remove' in edit ? edit.remove : 0);
  const range = { start: document.positionAt(edit.offset), end: document.positionAt(end) };
  return { range, text: 'type' in edit ? edit.type : '' };
}
