import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a name on the command line is a pattern. Shells that expand patterns themselves never let one through. */
export function isGlob(name: string): boolean {
  return /[*?]/.test(name);
}

/**
 * The files that a pattern names, in order of name. `*` and `?` stand for characters of one name, `**` for any
 * number of folders; hidden names only match a pattern that starts with a dot. Both kinds of slash separate on Windows.
 */
export async function glob(pattern: string): Promise<string[]> {
  const parts = (process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern).split('/');
  const found: string[] = [];
  await walk('', parts, found);
  return [...new Set(found)].sort();
}

async function walk(folder: string, [part, ...rest]: readonly string[], found: string[]): Promise<void> {
  if (part === undefined) return;
  const isLast = rest.length === 0;
  if (!isGlob(part) && !isLast) return walk(`${folder}${part}/`, rest, found);
  if (part === '**') await walk(folder, isLast ? ['*'] : rest, found);
  const matches = part === '**' ? matcher('*') : matcher(part);
  for (const entry of await entries(folder)) {
    if (!matches(entry.name)) continue;
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) {
      const next = part === '**' ? [part, ...rest] : rest;
      if (next.length > 0) await walk(`${path}/`, next, found);
    } else if (isLast && part !== '**') found.push(path);
  }
}

/** A folder that cannot be read matches nothing, as in a shell. */
async function entries(folder: string) {
  return readdir(folder === '' ? '.' : join(folder), { withFileTypes: true }).catch(() => []);
}

function matcher(part: string): (name: string) => boolean {
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 'su');
  return (name) => (part.startsWith('.') || !name.startsWith('.')) && expression.test(name);
}
