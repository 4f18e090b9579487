/** How many suggestions help rather than hide the right one. */
const LIMIT = 5;

/**
 * The things whose names come nearest to what was typed, best first, at most five.
 * @param names every name that a thing goes by
 */
export function nearest<T>(typed: string, things: readonly T[], names: (thing: T) => readonly string[]): T[] {
  const wanted = typed.trim().toLowerCase();
  return things
    .map((thing) => ({
      thing,
      far: Math.min(...names(thing).map((name) => distance(wanted, name.toLowerCase()))),
    }))
    .filter(({ far }) => far <= Math.max(1, wanted.length / 3))
    .sort((a, b) => a.far - b.far)
    .slice(0, LIMIT)
    .map(({ thing }) => thing);
}

/** A part of a name counts as one slip; else the number of insertions, deletions and substitutions (Levenshtein). */
function distance(typed: string, name: string): number {
  if (typed.length > 2 && name.includes(typed)) return 1;
  let row = Array.from({ length: name.length + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= name.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (typed[i - 1] === name[j - 1] ? 0 : 1);
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[name.length] ?? 0;
}
