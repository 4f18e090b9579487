/**
 * The value of a record's `id` as JSON that means the same to every reader. JavaScript would round a long number, which
 * other systems use as keys, so where rounding is possible the digits are taken from the line itself.
 * @param line a valid JSON object
 * @param id its `id` as JavaScript reads it
 */
export function rawId(line: string, id: unknown): string {
  const exact = typeof id === 'number' ? Number.isSafeInteger(id) : typeof id !== 'object' || id === null;
  return exact ? JSON.stringify(id) : sourceOfId(line);
}

/** The text of the last top-level `id`, which is the one that `JSON.parse` takes. */
function sourceOfId(line: string): string {
  let depth = 0;
  let key = '';
  let valueFrom = 0;
  let source = '';
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '"') {
      const end = endOfString(line, at);
      if (depth === 1 && key === '') key = line.slice(at, end);
      at = end - 1;
    } else if (character === '{' || character === '[') depth++;
    else if (depth === 1 && character === ':') valueFrom = at + 1;
    else if (character === '}' || character === ']' || (depth === 1 && character === ',')) {
      if (depth === 1) {
        if (key !== '' && JSON.parse(key) === 'id') source = line.slice(valueFrom, at).trim();
        key = '';
      }
      if (character !== ',') depth--;
    }
  }
  return source;
}

function endOfString(line: string, start: number): number {
  let at = start + 1;
  while (line[at] !== '"') at += line[at] === '\\' ? 2 : 1;
  return at + 1;
}
