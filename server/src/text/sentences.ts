import { Char, charKind } from './characters.ts';
import type { Tokens } from './tokens.ts';
import { Shape, WordKind } from './word.ts';

/** A sentence as a range of token indices, `to` exclusive. */
export interface SentenceRange {
  readonly from: number;
  readonly to: number;
}

// A full stop after these does not end a sentence.
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st no nos ref approx e.g i.e eg ie etc vs insp sgt det supt ch inc tel ext ave rd para c cont dept temp prev poss prob assoc assocs re'.split(
    ' ',
  ),
);

/**
 * Splits tokens into sentences: at a stop that is followed by a capital, a digit, a quotation mark or the end; and at a line break that a writer
 * meant as one (the next line starts a new thought). A line that was merely wrapped goes on.
 */
export function splitSentences(text: string, tokens: Tokens): SentenceRange[] {
  const out: SentenceRange[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsSentence(text, tokens, i)) continue;
    // Closing quotation marks and brackets belong to the sentence they close.
    let to = i + 1;
    while (to < tokens.length && tokens.starts[to] === tokens.ends[to - 1] && isCloser(tokens, to)) to++;
    out.push({ from, to });
    from = to;
    i = to - 1;
  }
  if (from < tokens.length) out.push({ from, to: tokens.length });
  return out;
}

function isCloser(tokens: Tokens, i: number): boolean {
  const kind = tokens.words[i]?.kind;
  return kind === WordKind.Close || kind === WordKind.Quote || kind === WordKind.Stop;
}

function endsSentence(text: string, tokens: Tokens, i: number): boolean {
  const word = tokens.words[i];
  if (!word) return false;
  if (i + 1 >= tokens.length) return true;
  const end = tokens.ends[i] as number;
  const nextStart = tokens.starts[i + 1] as number;
  if (word.kind === WordKind.Stop) {
    const next = tokens.words[i + 1];
    if (nextStart === end) {
      if (next && isCloser(tokens, i + 1)) return !goesOn(tokens, i + 1);
      // "night.She": a missing space after the stop.
      return word.lower === '.'
        ? next?.shape === Shape.Capital && (tokens.words[i - 1]?.lower.length ?? 0) > 2
        : true;
    }
    if (word.lower === '.') {
      const before = tokens.words[i - 1];
      if (before && tokens.ends[i - 1] === tokens.starts[i]) {
        if (ABBREVIATIONS.has(before.lower) && !hasNewline(text, end, nextStart)) return false;
        // An initial: E. Marsh.
        if (before.lower.length === 1 && before.shape === Shape.Capital && before.lower !== 'i') return false;
      }
      if (next?.kind === WordKind.Word && next.shape === Shape.Lower && !hasNewline(text, end, nextStart)) {
        return true;
      }
    }
    return true;
  }
  return breaksHere(text, tokens, i, end, nextStart);
}

/** After `."` a lower-case word carries the sentence on: "I'm fine," she said. */
function goesOn(tokens: Tokens, closer: number): boolean {
  let k = closer;
  while (k < tokens.length && isCloser(tokens, k) && tokens.starts[k] === tokens.ends[k - 1]) k++;
  const next = tokens.words[k];
  return next !== undefined && next.kind === WordKind.Word && next.shape === Shape.Lower;
}

/** A line break ends a sentence unless the next line goes on in lower case or the line before is long enough to have been wrapped. */
function breaksHere(text: string, tokens: Tokens, i: number, end: number, nextStart: number): boolean {
  if (nextStart - end < 1 || !hasNewline(text, end, nextStart)) return false;
  const next = tokens.words[i + 1];
  if (next?.kind === WordKind.Word && next.shape === Shape.Lower) return false;
  const lineStart = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  return end - lineStart < 60;
}

function hasNewline(text: string, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (charKind(text.charCodeAt(k)) === Char.Newline) return true;
  return false;
}
