import type { Readable, Writable } from 'node:stream';
import type { Analyser } from '../analysis.ts';
import type { Finding } from '../finding.ts';
import { write } from './output.ts';
import { type Line, readLines } from './records.ts';
import { readRecord } from './streamRecord.ts';

/** Output gathered before it is written, in UTF-16 units. */
const BATCH = 64 * 1024;

/**
 * Answers every line of the input, in order. Reads no further while the output is not taken.
 * @returns how many lines could not be read or analysed
 */
export async function streamRecords(input: Readable, output: Writable, analyser: Analyser): Promise<number> {
  let number = 0;
  let bad = 0;
  for await (const lines of readLines(input)) {
    let batch = '';
    for (const line of lines) {
      number++;
      const { answer, failed } = answerLine(line, number, analyser);
      if (failed) bad++;
      batch += `${answer}\n`;
      if (batch.length < BATCH) continue;
      await write(output, batch);
      batch = '';
    }
    await write(output, batch);
  }
  return bad;
}

function answerLine(
  line: Line,
  number: number,
  analyser: Analyser,
): { readonly answer: string; readonly failed: boolean } {
  try {
    if ('error' in line) throw new Error(line.error);
    const { id, ...request } = readRecord(line.text);
    const { form, findings } = analyser.analyse(request);
    // The id is already JSON, perhaps with more digits than JavaScript's numbers hold.
    const answer = `{"id":${id},"form":${JSON.stringify(form)},"findings":${JSON.stringify(findings.map(toRecord))}}`;
    return { answer, failed: false };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { answer: JSON.stringify({ id: null, line: number, error: message }), failed: true };
  }
}

function toRecord({ rule, kind, category, severity, message, start, end, quote, rewrites }: Finding): object {
  return {
    rule,
    kind,
    category,
    severity,
    message,
    start,
    end,
    quote,
    rewrites: rewrites.map(({ text }) => text),
  };
}
