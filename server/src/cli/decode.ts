/** Text of a file, or why it has none. */
export type Decoded = { readonly text: string } | { readonly error: string };

/** How much of a file is searched for signs of binary data, in bytes. */
const SAMPLE = 65_536;

/**
 * Decodes a file's bytes; a byte order mark decides before anything else and is not part of the text.
 * @param encoding a WHATWG encoding label to use where there is no byte order mark; UTF-8 when absent
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  const marked = byteOrderMark(bytes);
  const label = marked ?? encoding ?? 'utf-8';
  if (!marked && !encoding) {
    const binary = findBinary(bytes.subarray(0, SAMPLE));
    if (binary) return { error: binary };
  }
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes) };
  } catch {
    return { error: invalid(bytes, new TextDecoder(label).encoding) };
  }
}

/** Whether Node.js knows an encoding by this label. */
export function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

function findBinary(bytes: Uint8Array): string | null {
  const at = bytes.indexOf(0);
  if (at === -1) return null;
  // Latin text in UTF-16 has a zero in every other byte.
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (Math.max(even, odd) > bytes.length / 4 && Math.min(even, odd) < bytes.length / 100) {
    const name = odd > even ? 'utf-16le' : 'utf-16be';
    return `looks like UTF-16 without a byte order mark; try --encoding ${name}`;
  }
  return `binary, not text (a zero byte at byte ${at + 1})`;
}

function invalid(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'utf-8') return `not valid ${encoding}`;
  const at = firstInvalidUtf8(bytes);
  const byte = `0x${bytes[at]?.toString(16).padStart(2, '0')}`;
  return `not valid UTF-8 at byte ${at + 1} (${byte}); if it comes from an older Windows program, try --encoding windows-1252`;
}

/** Index of the first byte of the first sequence that UTF-8 does not allow. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    try {
      if (length > 1) decoder.decode(bytes.subarray(at, at + length));
    } catch {
      return at;
    }
    at += length;
  }
  return bytes.length;
}
