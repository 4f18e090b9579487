import type { Span } from './block.ts';

// Everything that ends a line in a box that text is pasted into.
const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** The lines of a text in order, without their breaks. A byte order mark belongs to no line. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const found of text.matchAll(BREAK)) {
    lines.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  return lines;
}

/** The break that the text uses first, or "\n". */
export function lineBreakOf(text: string): string {
  return /\r\n|[\n\r\u2028\u2029]/.exec(text)?.[0] ?? '\n';
}

/** The same line in the characters that the patterns here know; every offset stays where it was. */
export function plain(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: anything past ASCII
  if (/^[\x00-\x7f]*$/.test(line)) return line;
  return line
    .replace(/[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u2012\u2013\u2014\u2015\u2212]/g, '–')
    .replace(/[‘’]/g, "'")
    .replace(/[·▪◦‣●○∙■□➢➤✓✔►]/g, '•')
    .replace(/\uff1a/g, ':');
}

/** Columns of white space at the head of a line, a tab taken as four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 4;
    else if (character === ' ' || character === '\u00a0') columns++;
    else break;
  }
  return columns;
}
