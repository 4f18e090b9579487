import path from 'node:path';
import { build } from 'esbuild';
import { extensionRoot } from './launcher/paths.mjs';

const source = (file) => path.join(import.meta.dirname, 'suite', file);

/** The bundled tests, by the extension host they run in. */
export const suiteBundles = {
  node: path.join(import.meta.dirname, 'out/node.js'),
  web: path.join(import.meta.dirname, 'out/web.js'),
};

/** Bundles the in-VS-Code tests for both extension hosts. */
export async function buildSuite() {
  const common = {
    absWorkingDir: extensionRoot,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: [source('node.ts')],
    outfile: suiteBundles.node,
    platform: 'node',
    external: ['vscode', 'mocha', 'vscode-oniguruma', 'vscode-textmate'],
  });
  await build({
    ...common,
    entryPoints: [source('web.ts')],
    outfile: suiteBundles.web,
    platform: 'browser',
    external: ['vscode'],
    define: { global: 'globalThis' },
  });
}
