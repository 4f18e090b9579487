/** A place as editors show it: both from 1; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text, found once. */
export interface Lines {
  /** Where a UTF-16 offset of the text lies. */
  place(offset: number): Place;
  /** UTF-16 offsets of a line's text, without its line break. */
  span(line: number): { readonly start: number; readonly end: number };
}

/** Finds the lines of a text; LF, CRLF and CR end a line. */
export function findLines(text: string): Lines {
  const starts = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + lineBreak.length);

  return {
    place(offset) {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    span(line) {
      const start = starts[line - 1] ?? text.length;
      let end = starts[line] ?? text.length;
      while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
      return { start, end };
    },
  };
}
