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

/**
 * The comment that a line begins with, `<!-- … -->`. One that is never closed is none: it is still being written.
 * @param lastClose where the last `-->` of the text stands, or -1
 */
export function commentAt(text: string, start: number, line: string, lastClose: number): Span | undefined {
  const lead = line.length - line.trimStart().length;
  if (!line.startsWith('<!--', lead) || lastClose < start + lead + 4) return undefined;
  const close = text.indexOf('-->', start + lead + 4);
  return { start: start + lead, end: close + 3 };
}
