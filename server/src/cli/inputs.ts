import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decode } from './decode.ts';
import { glob, isGlob } from './glob.ts';

/** One thing to check, or why it cannot be checked. */
export type Input =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly error: string };

const REVIEW = /\.review(\.md|\.txt)?$/i;
const STANDARD_INPUT = '-';

/**
 * Reads what the command line names, one at a time and in that order: files, `-` for standard input, patterns, and
 * folders (the reviews in them, by name). Never throws: what cannot be read is an input with an error.
 * @param encoding see {@link decode}
 */
export async function* readInputs(names: readonly string[], encoding?: string): AsyncGenerator<Input> {
  for (const name of names) {
    if (name === STANDARD_INPUT) {
      yield { name: '<stdin>', ...(await readWith(() => buffer(process.stdin), encoding)) };
      continue;
    }
    const files = await expand(name).catch((error: unknown) => ({ error: reason(error) }));
    if ('error' in files) yield { name, error: files.error };
    else for (const file of files) yield { name: file, ...(await readWith(() => readFile(file), encoding)) };
  }
}

async function readWith(read: () => Promise<Uint8Array>, encoding: string | undefined) {
  try {
    return decode(await read(), encoding);
  } catch (error) {
    return { error: reason(error) };
  }
}

async function expand(name: string): Promise<string[] | { readonly error: string }> {
  const status = await stat(name).catch((error: unknown) => {
    if (isGlob(name) && code(error) === 'ENOENT') return null;
    throw error;
  });
  if (status === null) {
    const files = await glob(name);
    return files.length > 0 ? files : { error: 'no file matches this pattern' };
  }
  if (!status.isDirectory()) return [name];
  const files = await reviewsIn(name);
  return files.length > 0
    ? files
    : { error: 'no reviews in this folder (*.review.md, *.review.txt, *.review)' };
}

/** Reviews in a folder and the folders within it; hidden folders, `node_modules` and linked folders are left alone. */
async function reviewsIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules')
        files.push(...(await reviewsIn(path)));
    } else if (REVIEW.test(basename(path))) files.push(path);
  }
  return files;
}

function code(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function reason(error: unknown): string {
  switch (code(error)) {
    case 'ENOENT':
      return 'no such file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read (permission denied)';
    case 'EISDIR':
      return 'is a folder';
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'too large to check in one piece';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
