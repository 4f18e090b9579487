import { dirname, join } from 'node:path';

/** Root of the checkout: the benchmark runs as `dist/bench.cjs`. */
const root = dirname(dirname(process.argv[1] ?? ''));

/** Path of a built file. */
export function built(name: string): string {
  return join(root, 'dist', name);
}

/** Folder of the other checkers, a package of its own. */
export const peersFolder = join(root, 'bench', 'peers');

/** Folder of the corpus. */
export const corpusFolder = join(root, 'test', 'corpus');
