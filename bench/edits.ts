/** One keystroke: a letter typed at an offset, or taken away again. */
export type Edit = { readonly offset: number } & ({ readonly type: string } | { readonly remove: 1 });

/**
 * Keystrokes spread over a text, each letter typed and then taken away, so that the text keeps its length.
 * @param length UTF-16 units of the text
 * @param count how many keystrokes, an even number
 */
export function keystrokes(length: number, count: number): Edit[] {
  // Steps of the golden section visit every region and never the same place twice.
  const golden = (Math.sqrt(5) - 1) / 2;
  return Array.from({ length: count / 2 }, (_, i) => Math.floor(((i * golden) % 1) * length)).flatMap(
    (offset) => [
      { offset, type: 'e' },
      { offset, remove: 1 as const },
    ],
  );
}

/** The text after a keystroke. */
export function applyEdit(text: string, edit: Edit): string {
  return 'type' in edit
    ? text.slice(0, edit.offset) + edit.type + text.slice(edit.offset)
    : text.slice(0, edit.offset) + text.slice(edit.offset + edit.remove);
}
