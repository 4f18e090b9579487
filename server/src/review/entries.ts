import { findAuthor } from './authors.ts';
import type { Block, Entry, Heading, Span } from './block.ts';
import { plain } from './lines.ts';
import { findTime } from './times.ts';

/** UTF-16 units of a line in which its time and author are looked for. */
const HEAD = 100;
const REVIEW_WORD = /\b(?:review(?:ed)?|update|entry|closure|rev)\b/i;
const AUTHOR_LABEL =
  /^(?:review(?:ed|er)?(?: by)?|reviewing supervisor|supervis(?:or|ing officer)|supv|author|completed by)$/i;
const TIME_LABEL =
  /^(?:date|time|date ?[/&] ?time|date and time(?: of review)?|time of review|reviewed(?: at)?|review (?:date|time))$/i;

/** What the line at the head of a block says of time and author. */
interface Head {
  readonly author: Span | undefined;
  readonly time: Span | undefined;
  /** A line of a log without an author: it belongs to the log it stands in. */
  readonly isLogLine: boolean;
}

/**
 * The entries of a document: each begins at a line that names a time, or who writes, or both; or at a heading that does. Headings directly above such a
 * line belong to its entry. A section that follows a log under a heading of its own belongs to the document again.
 */
export function entriesOf(text: string, blocks: readonly Block[], headings: readonly Heading[]): Entry[] {
  const entries: Entry[] = [];
  let from = 0;
  let head: Head | undefined;
  const close = (to: number): void => {
    if (to > from) entries.push(entryOf(text, blocks, from, to, head));
    from = to;
    head = undefined;
  };
  blocks.forEach((block, k) => {
    const found = headOf(text, block, blocks[k - 1]);
    if (found) {
      const above = k > from && onlyHeadings(blocks, from, k);
      // A title that names the time and a line that names the author are one head.
      if (above && !(head && found.isLogLine)) {
        head = {
          author: head?.author ?? found.author,
          time: head?.time ?? found.time,
          isLogLine: found.isLogLine,
        };
        return;
      }
      close(k - headingsBefore(blocks, k, from));
      head = found;
      return;
    }
    if (block.kind === 'heading' && head?.isLogLine && endsLog(blocks, headings, from, k)) close(k);
  });
  close(blocks.length);
  return entries;
}

function entryOf(
  text: string,
  blocks: readonly Block[],
  from: number,
  to: number,
  head: Head | undefined,
): Entry {
  const first = blocks[from] as Block;
  const last = blocks[to - 1] as Block;
  const named = { author: head?.author, time: head?.time };
  for (let k = from; k < to && !(named.author && named.time); k++) {
    const { label, valueStart, end } = blocks[k] as Block;
    if (label === undefined || end - valueStart > HEAD) continue;
    const value = plain(text.slice(valueStart, end));
    if (!named.author && AUTHOR_LABEL.test(label)) named.author = moved(findAuthor(value), valueStart);
    if (!named.time && (TIME_LABEL.test(label) || AUTHOR_LABEL.test(label)))
      named.time = moved(findTime(value), valueStart);
  }
  return { start: first.outerStart, end: last.end, ...named, from, to };
}

function headOf(text: string, block: Block, before: Block | undefined): Head | undefined {
  if (block.kind === 'quotation' || block.kind === 'code') return undefined;
  if (block.kind === 'cell')
    // The cells of one row are one line.
    return block.time && before?.outerStart !== block.outerStart
      ? { author: undefined, time: block.time, isLogLine: true }
      : undefined;
  const line = firstLine(text, block.start, block.end);
  const author = findAuthor(line);
  const writes = author?.isAuthor && author.start < 60 ? moved(author, block.start) : undefined;
  if (block.time) {
    const heads = writes && (author?.start === 0 || REVIEW_WORD.test(line.slice(0, author?.start)));
    return { author: heads ? writes : undefined, time: block.time, isLogLine: !heads };
  }
  if (block.marker !== undefined && block.kind !== 'heading') return undefined;
  if (block.kind === 'field' && !(block.label && REVIEW_WORD.test(block.label) && writes)) return undefined;
  if (!writes && block.kind !== 'heading') return undefined;
  // A collar number is no time.
  const unnamed = author
    ? line.slice(0, author.start) + '\u0000'.repeat(author.end - author.start) + line.slice(author.end)
    : line;
  const time = moved(findTime(unnamed), block.start);
  if (block.kind === 'heading')
    return time || writes ? { author: writes, time, isLogLine: false } : undefined;
  const begins = author?.start === 0;
  // "PC Wain, 2200" alone could be anybody's; a supervisor's head says what it is, or when, or nothing else at all.
  const isAll = begins && !time && line.slice(author.end).trim() === '';
  if (isAll)
    return before === undefined || before.kind === 'heading'
      ? { author: writes, time, isLogLine: false }
      : undefined;
  return (begins && (time || REVIEW_WORD.test(line.slice(author.end)))) ||
    (REVIEW_WORD.test(line.slice(0, author?.start)) && time)
    ? { author: writes, time, isLogLine: false }
    : undefined;
}

function firstLine(text: string, start: number, end: number): string {
  return plain(
    (
      /^[^\n\r\v\f\u0085\u2028\u2029]*/.exec(
        text.slice(start, Math.min(end, start + HEAD)),
      ) as RegExpExecArray
    )[0],
  );
}

function onlyHeadings(blocks: readonly Block[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (blocks[k]?.kind !== 'heading') return false;
  return true;
}

/** How many headings stand directly above a block, in its entry. */
function headingsBefore(blocks: readonly Block[], k: number, from: number): number {
  let count = 0;
  while (k - count - 1 >= from && blocks[k - count - 1]?.kind === 'heading') count++;
  return count;
}

/** A heading as high as the one over the log comes after it. */
function endsLog(blocks: readonly Block[], headings: readonly Heading[], from: number, k: number): boolean {
  const over = headings[(blocks[from] as Block).heading];
  const next = headings[(blocks[k] as Block).heading];
  return over !== undefined && next !== undefined && next.level <= over.level;
}

function moved(span: Span | undefined, by: number): Span | undefined {
  return span && { start: span.start + by, end: span.end + by };
}
