/**
 * Bundles the extension, its language server and the command line.
 *
 *   node esbuild.mjs                once, with source maps
 *   node esbuild.mjs --watch        again at every change
 *   node esbuild.mjs --bench        the benchmark too
 *   node esbuild.mjs --production   minified, without source maps: what is packaged
 */
import { build, context } from 'esbuild';
import { rulebookPlugin } from './server/rulebook/read.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Plugins of every bundle; the rulebook is bundled here. */
const plugins = [rulebookPlugin()];

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  plugins,
};

/** @type {import('esbuild').BuildOptions} */
const forNode = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
/** @type {import('esbuild').BuildOptions} */
const forBrowser = { ...common, platform: 'browser' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...forNode, entryPoints: ['client/src/desktop.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...forNode, entryPoints: ['server/src/protocol/node.ts'], outfile: 'dist/server.js' },
  {
    ...forNode,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...forBrowser,
    entryPoints: ['client/src/web.ts'],
    outfile: 'dist/web/client.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...forBrowser,
    entryPoints: ['server/src/protocol/browser.ts'],
    outfile: 'dist/web/server.js',
    format: 'iife',
  },
];

if (process.argv.includes('--bench')) {
  bundles.push({ ...forNode, entryPoints: ['bench/main.ts'], outfile: 'dist/bench.cjs' });
  bundles.push({ ...forNode, format: 'esm', entryPoints: ['bench/taggers.ts'], outfile: 'dist/taggers.mjs' });
}

if (watch) {
  for (const bundle of bundles) await (await context({ ...bundle, logLevel: 'info' })).watch();
} else {
  // `build` reports what is wrong by itself; the status says so too.
  const results = await Promise.allSettled(bundles.map((bundle) => build(bundle)));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
