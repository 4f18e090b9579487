import type { DocumentKind } from '../analysis.ts';
import { isLocalTime } from './localTime.ts';
import { rawId } from './rawId.ts';

/** One record of `stream`'s input. */
export interface StreamRecord {
  /** The id as JSON, to be given back exactly as it came. */
  readonly id: string;
  readonly text: string;
  readonly kind: DocumentKind;
  readonly form?: string;
}

/**
 * Reads one line of `stream`'s input.
 * @throws {Error} whose message says what is wrong with the line
 */
export function readRecord(line: string): StreamRecord {
  if (line.trim() === '') throw new Error('empty line');
  const record = parse(line);
  if (!isObject(record)) throw new Error('not a JSON object');
  const { text, kind = 'review', form, now, history } = record;
  if (!('id' in record)) throw new Error('"id" is missing');
  if (text === undefined) throw new Error('"text" is missing');
  if (typeof text !== 'string') throw new Error('"text" must be a string');
  if (kind !== 'review' && kind !== 'passage') throw new Error('"kind" must be "review" or "passage"');
  if (form !== undefined && typeof form !== 'string') throw new Error('"form" must be a string');
  if (now !== undefined && !(typeof now === 'string' && isLocalTime(now))) {
    throw new Error('"now" must be an ISO local time such as "2025-11-09T21:47"');
  }
  if (history !== undefined && !isHistory(history)) {
    throw new Error('"history" must be a list of objects with "id" and a string "text"');
  }
  return { id: rawId(line, record.id), text, kind, ...(form !== undefined && { form }) };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isHistory(history: unknown): boolean {
  return (
    Array.isArray(history) &&
    history.every((earlier) => isObject(earlier) && 'id' in earlier && typeof earlier.text === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
