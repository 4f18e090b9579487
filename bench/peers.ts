import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INVENTED_WORDS } from './generate.ts';
import { peersFolder } from './paths.ts';

/** Another checker, in this process and ready to run. */
export interface Peer {
  readonly name: string;
  /** Checks a text. @returns how many things it found */
  readonly check: (text: string) => Promise<number>;
}

type Check = Peer['check'];

/** The other checkers; installs them first where they are absent. */
export async function loadPeers(): Promise<Peer[]> {
  installPeers();
  const { cSpell, writeGood }: { cSpell(words: string[]): Promise<Check>; writeGood(): Promise<Check> } =
    await import(pathToFileURL(join(peersFolder, 'index.mjs')).href);
  return [
    { name: 'cSpell', check: await cSpell(INVENTED_WORDS) },
    { name: 'write-good', check: await writeGood() },
  ];
}

/** Installs the other checkers where they are absent. @throws Error when npm cannot */
export function installPeers(): void {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(peersFolder, 'package.json'), 'utf8'),
  );
  if (Object.keys(dependencies).every((name) => existsSync(join(peersFolder, 'node_modules', name)))) return;
  process.stderr.write('Installing the other checkers (once)…\n');
  const { status, error } = spawnSync('npm', ['ci'], {
    cwd: peersFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci in bench/peers failed${error ? `: ${error.message}` : ''}`);
}
