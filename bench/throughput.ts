import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { passage, review } from './generate.ts';
import { time } from './measure.ts';
import { built } from './paths.ts';
import type { Peer } from './peers.ts';

/** Text put through `stream`, in bytes. */
const SIZE = 10_000_000;
/** Length of the long texts, in UTF-16 units. */
const REVIEW_LENGTH = 20_000;
/** How long a peer is measured, in milliseconds: it takes as many of the same texts as it manages. */
const PEER_TIME = 6_000;
const MB = 1_000_000;

/** Speed in megabytes of text per second, over so many megabytes. */
export interface Speed {
  readonly name: string;
  readonly perSecond: number;
  readonly size: number;
}

export interface ThroughputResult {
  readonly texts: string;
  /** The built `stream` command, its start included. */
  readonly stream: Speed;
  readonly peers: readonly Speed[];
}

/** Measures archives of short passages and of whole reviews. */
export async function measureThroughput(peers: readonly Peer[]): Promise<ThroughputResult[]> {
  return [
    await measure('short passages', 'passage', passage, peers),
    await measure('reviews of 20 KB', 'review', (seed) => review(REVIEW_LENGTH, seed), peers),
  ];
}

async function measure(
  texts: string,
  kind: 'passage' | 'review',
  make: (seed: number) => string,
  peers: readonly Peer[],
): Promise<ThroughputResult> {
  const archive: string[] = [];
  for (let size = 0, seed = 1; size < SIZE; seed++) {
    const text = make(seed);
    size += Buffer.byteLength(text);
    archive.push(text);
  }
  const others = [];
  const stream = await throughStream(archive, kind);
  for (const peer of peers) others.push(await throughPeer(archive, peer));
  return { texts, stream, peers: others };
}

async function throughStream(archive: readonly string[], kind: string): Promise<Speed> {
  const records = Buffer.from(archive.map((text, id) => `${JSON.stringify({ id, kind, text })}\n`).join(''));
  let answers = 0;
  const ms = await time(async () => {
    const child = spawn(process.execPath, [built('cli.js'), 'stream'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    child.stdin.end(records);
    for await (const _answer of createInterface({ input: child.stdout })) answers++;
    await closed;
  });
  if (answers !== archive.length) throw new Error(`${archive.length} records gave ${answers} answers`);
  return speed('stream', bytes(archive), ms);
}

async function throughPeer(archive: readonly string[], { name, check }: Peer): Promise<Speed> {
  let done = 0;
  const start = performance.now();
  while (done < archive.length && performance.now() - start < PEER_TIME) await check(archive[done++] ?? '');
  return speed(name, bytes(archive.slice(0, done)), performance.now() - start);
}

function speed(name: string, size: number, ms: number): Speed {
  return { name, perSecond: size / MB / (ms / 1000), size: size / MB };
}

function bytes(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
