import { Char, charKind } from './characters.ts';
import { type Word, WordKind, type WordSource } from './word.ts';

/** Tokens of one stretch of text, as parallel arrays. Offsets are UTF-16 units of the text they were read from. */
export interface Tokens {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: readonly Word[];
  readonly length: number;
}

const CLITIC = /^(s|re|ve|ll|d|m)$/i;

/**
 * Splits `[from, to)` of a text into tokens, in one pass.
 * Words keep n't ("didn't"); other clitics are tokens of their own ("Ellie" + "'s"); hyphens inside compounds are `Joiner` tokens;
 * numbers keep their separators ("21:47", "09/11/2025"); short slash forms are one word ("w/o", "y/p").
 * @param text the whole document
 * @param from,to UTF-16 offsets
 * @param source gives the shared `Word` of a surface form
 */
export function tokenise(text: string, from: number, to: number, source: WordSource): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: Word[] = [];
  const push = (start: number, end: number, kind: WordKind): void => {
    starts.push(start);
    ends.push(end);
    words.push(source.word(text.slice(start, end), kind));
  };

  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    const kind = charKind(code);
    switch (kind) {
      case Char.Space:
      case Char.Newline:
        i++;
        break;
      case Char.Letter: {
        const start = i;
        i = wordEnd(text, i, to);
        i = pushWord(text, start, i, to, push);
        break;
      }
      case Char.Digit: {
        const start = i;
        i = numberEnd(text, i, to);
        push(start, i, WordKind.Number);
        break;
      }
      case Char.Hyphen: {
        const joins =
          i > from && i + 1 < to && isWordChar(text.charCodeAt(i - 1)) && isWordChar(text.charCodeAt(i + 1));
        push(i, i + 1, joins ? WordKind.Joiner : WordKind.Dash);
        i++;
        break;
      }
      case Char.Apostrophe:
      case Char.Quote:
        push(i, i + 1, WordKind.Quote);
        i++;
        break;
      default: {
        const start = i;
        i += code >= 0xd800 && code <= 0xdbff && i + 1 < to && isLowSurrogate(text.charCodeAt(i + 1)) ? 2 : 1;
        push(start, i, punctuationKind(code));
      }
    }
  }
  return { starts, ends, words, length: words.length };
}

function isWordChar(code: number): boolean {
  const kind = charKind(code);
  return kind === Char.Letter || kind === Char.Digit;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The end of the word that starts at `i`, apostrophes between letters included; digits and underscores may follow a letter. */
function wordEnd(text: string, i: number, to: number): number {
  let end = i + 1;
  while (end < to) {
    const code = text.charCodeAt(end);
    const kind = charKind(code);
    if (kind === Char.Letter || kind === Char.Digit || code === 95) end++;
    else if (kind === Char.Apostrophe && end + 1 < to && charKind(text.charCodeAt(end + 1)) === Char.Letter)
      end++;
    else break;
  }
  return end;
}

type Push = (start: number, end: number, kind: WordKind) => void;

/** Pushes a word, its clitic apart, and returns where reading goes on. */
function pushWord(text: string, start: number, end: number, to: number, push: Push): number {
  // Short forms with a slash: w/o, y/p, s/w; and "w/" for with.
  if (text.charCodeAt(end) === 47 && end < to && end - start <= 2) {
    const next =
      end + 1 < to && charKind(text.charCodeAt(end + 1)) === Char.Letter
        ? wordEnd(text, end + 1, to)
        : end + 1;
    const second = next - end - 1;
    const joins =
      second <= 2
        ? second > 0 || text.charCodeAt(start) === 119
        : (end - start === 1 && second <= 4) || text.slice(start, next).toLowerCase() === 'on/off';
    if (joins) {
      push(start, next, WordKind.Word);
      return next;
    }
  }
  let mark = -1;
  for (let i = end - 1; i > start; i--) {
    if (charKind(text.charCodeAt(i)) === Char.Apostrophe) {
      mark = i;
      break;
    }
  }
  if (mark > start && CLITIC.test(text.slice(mark + 1, end))) {
    push(start, mark, WordKind.Word);
    push(mark, end, WordKind.Clitic);
  } else {
    push(start, end, WordKind.Word);
    // The bare apostrophe of a plural possessor: the girls' room. It is a clitic only where a word follows.
    if (
      end + 1 < to &&
      charKind(text.charCodeAt(end)) === Char.Apostrophe &&
      (text.charCodeAt(end - 1) | 32) === 115 &&
      text.charCodeAt(end + 1) === 32 &&
      text.lastIndexOf(text[end] as string, end - 1) < Math.max(0, end - 60)
    ) {
      push(end, end + 1, WordKind.Clitic);
      return end + 1;
    }
  }
  return end;
}

/** The end of a number: digits with `:` `.` `/` `,` between digits. */
function numberEnd(text: string, i: number, to: number): number {
  let end = i + 1;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (charKind(code) === Char.Digit) end++;
    else if (
      (code === 58 || code === 46 || code === 47 || code === 44) &&
      end + 1 < to &&
      charKind(text.charCodeAt(end + 1)) === Char.Digit
    )
      end++;
    else break;
  }
  return end;
}

function punctuationKind(code: number): WordKind {
  switch (code) {
    case 44:
      return WordKind.Comma;
    case 58:
    case 59:
      return WordKind.Clause;
    case 46:
    case 33:
    case 63:
    case 0x2026:
      return WordKind.Stop;
    case 40:
    case 91:
    case 123:
      return WordKind.Open;
    case 41:
    case 93:
    case 125:
      return WordKind.Close;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return WordKind.Dash;
    default:
      return WordKind.Symbol;
  }
}
