/** What a UTF-16 code unit is, for the tokeniser. One table look-up for ASCII, a few comparisons beyond it. */

export enum Char {
  Space = 0,
  Newline = 1,
  Letter = 2,
  Digit = 3,
  Apostrophe = 4,
  Hyphen = 5,
  Quote = 6,
  Other = 7,
}

const ascii = new Uint8Array(128).fill(Char.Other);
for (let c = 0; c <= 32; c++) ascii[c] = Char.Space;
ascii[10] = Char.Newline;
ascii[13] = Char.Newline;
for (let c = 48; c < 58; c++) ascii[c] = Char.Digit;
for (let c = 65; c < 91; c++) {
  ascii[c] = Char.Letter;
  ascii[c + 32] = Char.Letter;
}
ascii[39] = Char.Apostrophe;
ascii[96] = Char.Apostrophe;
ascii[45] = Char.Hyphen;
ascii[34] = Char.Quote;

/**
 * Classifies one UTF-16 code unit. Surrogates (emoji, rare scripts) are `Other`: they end a word and are never part of one.
 * @param code a UTF-16 code unit
 */
export function charKind(code: number): Char {
  if (code < 128) return ascii[code] as Char;
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0x00b4) return Char.Apostrophe;
  if (code === 0x201c || code === 0x201d || code === 0x00ab || code === 0x00bb) return Char.Quote;
  if (code === 0x2010 || code === 0x2011) return Char.Hyphen;
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return Char.Newline;
  if (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x200b ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x3000
  )
    return Char.Space;
  // Latin letters with accents (naïve, fiancé) and the other alphabets of names.
  if ((code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x370 && code <= 0x1fff))
    return Char.Letter;
  return Char.Other;
}
