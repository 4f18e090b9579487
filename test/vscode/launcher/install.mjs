import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hostFolder, vscodeFolder } from './paths.mjs';

const stampFile = path.join(hostFolder, 'node_modules/.installed');

/** Installs VS Code and the packed browser on first use, and again when the lock has changed. */
export function installHost() {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(hostFolder, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted) return;

  console.log('Installing a VS Code to run the extension in (first use only, about 400 MB) …');
  npm(['ci'], hostFolder);
  // VS Code's own dependencies: its shrinkwrap is out of step with its package.json, so `npm ci` refuses.
  npm(['install', '--omit=dev', '--ignore-scripts', '--no-save'], vscodeFolder);
  fs.writeFileSync(stampFile, wanted);
}

function npm(args, cwd) {
  const run = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    throw new Error(`npm ${args[0]} failed in ${cwd}\n${run.error?.message ?? ''}${run.stderr ?? ''}`);
  }
}

if (process.argv[1] === import.meta.filename) installHost();
