/** One line of a byte stream. */
export type Line = { readonly text: string } | { readonly error: string };

/** Longest line taken, in bytes: what lies beyond cannot be a review and would fill the memory. */
export const LONGEST_LINE = 256 * 1024 * 1024;

const LF = 0x0a;

/**
 * Splits a stream of UTF-8 into lines. Memory holds one chunk and one line, whatever the length of the stream.
 * Gives the complete lines of each chunk together, so that the caller can answer them together. A last line needs no
 * line break; LF and CRLF both end a line; a byte order mark at its start is dropped.
 * @param longest see {@link LONGEST_LINE}
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Uint8Array[] = [];
  let length = 0;

  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): Line => {
    const tooLong = length > longest;
    const bytes = Buffer.concat(parts);
    parts = [];
    length = 0;
    if (tooLong) return { error: `longer than ${longest} bytes` };
    try {
      return { text: decoder.decode(bytes) };
    } catch {
      return { error: 'not valid UTF-8' };
    }
  };

  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, at));
      lines.push(finish());
      from = at + 1;
    }
    keep(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [finish()];
}
