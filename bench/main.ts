import { type KeystrokeResult, measureKeystrokes } from './keystroke.ts';
import { loadPeers } from './peers.ts';
import { LENGTH, measureScaling, type Scaling } from './scaling.ts';
import { table } from './table.ts';
import { measureThroughput, type ThroughputResult } from './throughput.ts';

/** What a keystroke in a long review may take inside the server, p95, in milliseconds. */
const KEYSTROKE_LIMIT = 10;

async function main(): Promise<void> {
  const peers = await loadPeers();
  const scaling = await measureScaling();
  const keystroke = await measureKeystrokes(peers);
  const throughput = await measureThroughput(peers);
  const text = [
    'Ratios, which hold on any machine',
    ratios(keystroke, throughput),
    `One text of n, 2n and 4n units (n = ${LENGTH / 1000},000), in ms: twice the text should take twice the time`,
    growth(scaling),
    `One keystroke in a review of ${Math.round(keystroke.length / 1000)} KB, until its diagnostics are there, in ms`,
    keystrokes(keystroke),
    'Archives, in MB of text per second',
    archives(throughput),
    'stream: the whole command, with its start, JSON and pipes. The others: in this process, on the first part of the\n' +
      `same texts, as far as they came. Node.js ${process.version.slice(1)}.`,
  ];
  process.stdout.write(`${text.join('\n\n')}\n`);
  if (keystroke.server.p95 > KEYSTROKE_LIMIT) {
    process.stdout.write(`\nA keystroke takes longer than ${KEYSTROKE_LIMIT} ms inside the server.\n`);
    process.exitCode = 1;
  }
}

function ratios({ server, peers }: KeystrokeResult, throughput: readonly ThroughputResult[]): string {
  const times = (name: string, ratio: number) => [
    name,
    `${ratio.toFixed(ratio < 10 ? 2 : 0)} times its speed`,
  ];
  return table([
    ...peers.map((peer) => times(`keystroke, beside ${peer.name}`, peer.times.p50 / server.p50)),
    ...throughput.flatMap(({ texts, stream, peers: others }) =>
      others.map((peer) => times(`${texts}, beside ${peer.name}`, stream.perSecond / peer.perSecond)),
    ),
  ]);
}

function growth(scaling: readonly Scaling[]): string {
  const number = (value: number | undefined, digits: number) => value?.toFixed(digits) ?? 'not tried';
  const ratio = (longer: number | undefined, shorter: number | undefined) =>
    number(longer && shorter && longer / shorter, 2);
  return table([
    ['', 'n', '2n', '4n', '2n : n', '4n : 2n'],
    ...scaling.map(({ shape, ms: [n, n2, n4] }) => [
      shape,
      ...[n, n2, n4].map((ms) => number(ms, 1)),
      ratio(n2, n),
      ratio(n4, n2),
    ]),
  ]);
}

function keystrokes({ server, roundTrip, peers }: KeystrokeResult): string {
  const rows = [
    { name: 'inside the server', times: server },
    { name: 'round trip over stdio', times: roundTrip },
    ...peers.map(({ name, times }) => ({ name: `${name}, in process`, times })),
  ];
  return table([
    ['', 'p50', 'p95', 'keystrokes'],
    ...rows.map(({ name, times: { p50, p95, runs } }) => [
      name,
      p50.toFixed(1),
      p95.toFixed(1),
      String(runs),
    ]),
  ]);
}

function archives(throughput: readonly ThroughputResult[]): string {
  return table([
    ['', '', 'MB/s', 'MB'],
    ...throughput.flatMap(({ texts, stream, peers }) =>
      [stream, ...peers].map(({ name, perSecond, size }) => [
        texts,
        name,
        perSecond.toFixed(2),
        size.toFixed(1),
      ]),
    ),
  ]);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
