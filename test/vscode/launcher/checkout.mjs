import fs from 'node:fs';
import path from 'node:path';
import { extensionRoot } from './paths.mjs';

/** What of the checkout VS Code reads of an installed extension. */
const parts = ['package.json', 'dist', 'syntaxes', 'client', 'LICENSE', 'CHANGELOG.md'];

/**
 * Installs what was just built into an extensions folder, by links: the page needs no special address, and after
 * another build a reload of the page shows it.
 */
export function installFromCheckout(extensionsDir) {
  const { publisher, name, version } = JSON.parse(
    fs.readFileSync(path.join(extensionRoot, 'package.json'), 'utf8'),
  );
  const folder = path.join(extensionsDir, `${publisher}.${name}-${version}`);
  fs.mkdirSync(folder, { recursive: true });
  for (const part of parts) {
    const source = path.join(extensionRoot, part);
    if (fs.existsSync(source)) fs.symlinkSync(source, path.join(folder, part));
  }
}
