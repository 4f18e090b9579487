/** A piece of text ready for a terminal, and the columns it takes there. */
export interface Shown {
  readonly text: string;
  readonly width: number;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const ZERO_WIDTH = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;
const UNSAFE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const TAB = '    ';

/**
 * Text as it may be sent to a terminal: control characters are shown, not obeyed (a file must not be able to colour,
 * move or rename the terminal), and so are marks that would turn the reading order round. Line breaks are shown too.
 */
export function printable(text: string): string {
  return text.replaceAll('\t', TAB).replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** The text's user-perceived characters, each ready for the terminal, in order. */
export function* characters(text: string): Generator<Shown> {
  for (const { segment } of SEGMENTER.segment(text)) {
    const shown = printable(segment);
    if (shown !== segment) yield { text: shown, width: shown.length };
    else yield { text: shown, width: ZERO_WIDTH.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1 };
  }
}

/** Colours for what is printed; `plain` leaves everything as it is. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly information: (text: string) => string;
}

const asIs = (text: string): string => text;
const plain: Palette = { bold: asIs, dim: asIs, error: asIs, warning: asIs, information: asIs };
const coloured: Palette = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  error: sgr(31, 39),
  warning: sgr(33, 39),
  information: sgr(36, 39),
};

/** The colours to use: those asked for, else those that suit where the output goes (see no-color.org). */
export function palette(asked: boolean | undefined, stream: { readonly isTTY?: boolean }): Palette {
  const { NO_COLOR } = process.env;
  return (asked ?? (stream.isTTY === true && !NO_COLOR)) ? coloured : plain;
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);
}
