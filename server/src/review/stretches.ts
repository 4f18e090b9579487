/** UTF-16 units; longer than nearly any paragraph a supervisor writes. */
const STRETCH = 2_000;

/**
 * Where a paragraph is cut so that no stretch read as a whole is long: at the first sentence end after {@link STRETCH} characters, wherever it must be
 * after twice that. It keeps the work linear in the text, and an edit leaves the cuts after it where they were.
 * @returns the end of each stretch; the last is `end`
 */
export function stretches(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  let from = start;
  while (end - from > 2 * STRETCH) {
    let at = from + STRETCH;
    const limit = from + 2 * STRETCH;
    while (at < limit && !(text.charCodeAt(at - 1) === 46 && text.charCodeAt(at) <= 32)) at++;
    if (at === limit) while (at > from + STRETCH && text.charCodeAt(at) > 32) at--;
    ends.push(at);
    from = at;
  }
  ends.push(end);
  return ends;
}
