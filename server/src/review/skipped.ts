import type { Span } from './block.ts';

/** Front matter longer than this is text between two rules. */
const MAX_LINES = 60;

/**
 * How many lines at the top of a document are front matter: from one `---` to the next, with nothing between but keys, lists and comments.
 * @returns the number of lines, both rules included, or 0
 */
export function frontMatterLines(text: string, lines: readonly Span[]): number {
  const line = (k: number): string => text.slice(lines[k]?.start ?? 0, lines[k]?.end ?? 0).trimEnd();
  if (lines.length < 3 || line(0) !== '---') return 0;
  for (let k = 1; k < Math.min(lines.length, MAX_LINES); k++) {
    const content = line(k);
    if (content === '---' || content === '...') return k > 1 ? k + 1 : 0;
    if (!/^(?:[\w.-]+:(?: .*)?|[ \t]+\S.*|- .*|#.*|)$/.test(content)) return 0;
  }
  return 0;
}

/** The comments of a text that begin a line, in order: `<!-- … -->`. One that is never closed is none: it is still being written. */
export function commentAt(text: string, start: number, line: string): Span | undefined {
  const lead = line.length - line.trimStart().length;
  if (!line.startsWith('<!--', lead)) return undefined;
  const close = text.indexOf('-->', start + lead + 4);
  return close < 0 ? undefined : { start: start + lead, end: close + 3 };
}
