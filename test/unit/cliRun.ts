import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The phrase that every version of the rulebook knows, as rule AG06. */
export const RISKY = 'engages in behaviour that is highly risky';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

/** Starts the built command line with its output in pipes. */
export function start(args: readonly string[], { cwd, env }: Options = {}): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
}

/** Runs the built command line to its end. */
export async function run(args: readonly string[], options: Options = {}): Promise<Outcome> {
  const child = start(args, options);
  if (!child.stdin || !child.stdout || !child.stderr) throw new Error('The process has no pipes.');
  child.stdin.end(options.input ?? '');
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { status, stdout, stderr };
}

/** A folder of its own for one test. */
export interface Folder {
  readonly path: string;
  remove(): void;
}

/** Makes a folder that holds these files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'supervisor-review-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
