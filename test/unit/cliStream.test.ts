import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { NOTHING_TO_READ } from '../../server/src/analysis.ts';
import { readLines } from '../../server/src/cli/records.ts';
import { streamRecords } from '../../server/src/cli/streamRecords.ts';
import { RISKY, run, start } from './cliRun.ts';

const TEXT = `Amy ${RISKY}.`;

/** Runs `stream` over lines. @returns the parsed answers and the exit status */
async function stream(...lines: string[]) {
  const { stdout, stderr, status } = await run(['stream'], {
    input: lines.map((line) => `${line}\n`).join(''),
  });
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { answers, stdout, stderr, status };
}

const record = (fields: object) => JSON.stringify({ id: 1, text: TEXT, kind: 'passage', ...fields });

describe('stream', () => {
  it('answers each record with the fields of the contract and no more', async () => {
    const { answers, status } = await stream(record({ id: 'a', text: `😀 ${TEXT}` }));
    expect(status).toBe(0);
    expect(answers).toHaveLength(1);
    expect(Object.keys(answers[0])).toEqual(['id', 'form', 'findings']);
    expect(answers[0]).toMatchObject({ id: 'a', form: null });
    const [finding] = answers[0].findings;
    expect(Object.keys(finding)).toEqual([
      ...['rule', 'kind', 'category', 'severity', 'message', 'start', 'end', 'quote', 'rewrites'],
    ]);
    expect(finding).toMatchObject({ rule: 'AG06', kind: 'wording', category: 'AGENCY', severity: 'error' });
    expect(finding.start).toBe('😀 Amy '.length);
    expect(`😀 ${TEXT}`.slice(finding.start, finding.end)).toBe(finding.quote);
    expect(finding.rewrites.every((text: unknown) => typeof text === 'string')).toBe(true);
  });

  it('keeps the order', async () => {
    const ids = Array.from({ length: 5000 }, (_, i) => i);
    const { answers } = await stream(...ids.map((id) => record({ id, text: id % 3 ? TEXT : 'Found safe.' })));
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.every(({ id, findings }) => findings.length === (id % 3 ? 1 : 0))).toBe(true);
  });

  it.each([
    '"text"',
    'null',
    'true',
    '-0.5',
    '12345678901234567890',
    '1.10',
    '{"part":98765432109876543210,"of":["}",{"id":2}]}',
    '[1,[2,3],"\\"],"]',
    '"\\ud83d"',
  ])('gives back the id %s as it came', async (id) => {
    const line = `{"note":{"id":7},"text":"x \\" , \\\\","id" : ${id} ,"kind":"passage"}`;
    const { stdout, status } = await stream(line);
    expect(stdout).toBe(`{"id":${id},"form":null,"findings":[]}\n`);
    expect(status).toBe(0);
  });

  it('answers a bad line in its place, goes on, and ends with status 1', async () => {
    const bad = [
      ['{"id":1,', 'not JSON'],
      ['', 'empty line'],
      ['[1]', 'not a JSON object'],
      ['"text"', 'not a JSON object'],
      [JSON.stringify({ text: TEXT }), '"id" is missing'],
      [JSON.stringify({ id: 1 }), '"text" is missing'],
      [record({ text: 5 }), '"text" must be'],
      [record({ kind: 'letter' }), '"kind" must be'],
      [record({ form: 7 }), '"form" must be'],
      [record({ now: 'yesterday' }), '"now" must be'],
      [record({ now: '2025-02-30T10:00' }), '"now" must be'],
      [record({ now: '2025-02-03T10:00Z' }), '"now" must be'],
      [record({ history: [{ id: 1 }] }), '"history" must be'],
      [record({ history: {} }), '"history" must be'],
    ] as const;
    const { answers, status } = await stream(
      record({ id: 'first' }),
      ...bad.map(([line]) => line),
      record({ id: 'last' }),
    );
    expect(status).toBe(1);
    expect(answers).toHaveLength(bad.length + 2);
    expect(answers[0].id).toBe('first');
    expect(answers.at(-1).id).toBe('last');
    for (const [i, [, reason]] of bad.entries()) {
      expect(answers[i + 1]).toEqual({ id: null, line: i + 2, error: expect.stringContaining(reason) });
    }
  });

  it('takes every field of the contract', async () => {
    const history = [{ id: 2, text: 'An earlier review.' }];
    const { answers, status } = await stream(
      record({ now: '2025-11-09T21:47', history, other: 1 }),
      record({ now: '2025-11-09T21:47:30.5', history: [] }),
    );
    expect(answers.map(({ findings }) => findings.length)).toEqual([1, 1]);
    expect(status).toBe(0);
  });

  it('looks at the wording of a passage and asks nothing else of it', async () => {
    const { answers } = await stream(record({ text: 'Risk: high.' }));
    expect(answers[0]).toEqual({ id: 1, form: null, findings: [] });
  });

  it('says which line is not UTF-8', async () => {
    const input = Buffer.concat([
      Buffer.from(`${record({ id: 1 })}\n`),
      Buffer.from('{"id":2,"text":"Zo\u00eb"}\n', 'latin1'),
      Buffer.from(`${record({ id: 3 })}\n`),
    ]);
    const { stdout, status } = await run(['stream'], { input });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual([1, null, 3]);
    expect(answers[1]).toEqual({ id: null, line: 2, error: 'not valid UTF-8' });
    expect(status).toBe(1);
  });

  it('needs no line break at the end, and takes CRLF and a byte order mark', async () => {
    const { stdout, status } = await run(['stream'], {
      input: `\ufeff${record({ id: 1 })}\r\n${record({ id: 2 })}`,
    });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([1, 2]);
    expect(status).toBe(0);
  });

  it('answers nothing with nothing', async () => {
    expect(await run(['stream'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('answers at once, while its input stays open', async () => {
    const child = start(['stream']);
    child.stdin?.write(`${record({ id: 'now' })}\n`);
    const [chunk] = await once(child.stdout ?? child, 'data');
    expect(JSON.parse(String(chunk)).id).toBe('now');
    child.stdin?.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('reads no further while nobody takes its answers, and loses none', async () => {
    const lines = 1000;
    let read = 0;
    const input = Readable.from(
      (function* () {
        for (; read < lines; read++) yield Buffer.from(`${record({ text: TEXT })}\n`);
      })(),
      { highWaterMark: 1 },
    );
    let answers = 0;
    let take = () => {};
    const output = new Writable({
      highWaterMark: 64,
      write(chunk, _encoding, done) {
        answers += String(chunk).split('\n').length - 1;
        take = done;
      },
    });
    const bad = streamRecords(input, output, { analyse: () => NOTHING_TO_READ });
    // Reading needs no more than one turn of the event loop, so after some it would have reached the end.
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    expect(read).toBeLessThan(20);

    output._write = (chunk, _encoding, done) => {
      answers += String(chunk).split('\n').length - 1;
      done();
    };
    take();
    expect(await bad).toBe(0);
    output.end();
    await finished(output);
    expect(answers).toBe(lines);
  });

  it('ends quietly when the reader has gone', async () => {
    const child = start(['stream']);
    const { stdin, stdout, stderr } = child;
    if (!stdin || !stdout || !stderr) throw new Error('The process has no pipes.');
    let said = '';
    stderr.on('data', (chunk) => {
      said += chunk;
    });
    stdin.on('error', () => {});
    stdout.destroy();
    stdin.write(`${record({})}\n`.repeat(2000));
    const [status] = await once(child, 'close');
    expect(said).toBe('');
    expect(status).toBe(0);
  });
});

describe('the lines of a stream', () => {
  const lines = async (chunks: string[], longest?: number) => {
    const found = [];
    for await (const some of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), longest)) {
      found.push(...some);
    }
    return found;
  };

  it('do not depend on how the stream is cut into chunks', async () => {
    const text = 'one 😀\ntwo\n\nthree';
    const whole = await lines([text]);
    expect(whole).toEqual([{ text: 'one 😀' }, { text: 'two' }, { text: '' }, { text: 'three' }]);
    const bytes = Buffer.from(text);
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const found = [];
    for await (const some of readLines(Readable.from(single))) found.push(...some);
    expect(found).toEqual(whole);
  });

  it('that are too long are named, not kept, and the next is read', async () => {
    expect(await lines(['12', '345', '67\n12', '34\n123', '45'], 4)).toEqual([
      { error: 'longer than 4 bytes' },
      { text: '1234' },
      { error: 'longer than 4 bytes' },
    ]);
  });
});
