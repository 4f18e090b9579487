/**
 * Runs the in-VS-Code tests once. `node test/vscode/run.mjs SUITE`, where SUITE is one of
 *
 *   node       the extension in Node's extension host, as on the desktop
 *   web        the extension in the browser's extension host
 *   packaged   as `node`, but the packaged extension, installed from its .vsix
 *   download   as `node`, in a desktop VS Code that is downloaded first
 *
 * The last line but one holds the counts for test/run.mjs; the status is that of the tests.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildSuite, suiteBundles } from './buildSuite.mjs';
import { installHost } from './launcher/install.mjs';
import { extensionRoot, hostNode, makeScratchFolder, vscodeFolder } from './launcher/paths.mjs';

const launcher = path.join(import.meta.dirname, 'launcher/launch.mjs');
const suites = { node: runInNode, web: runInBrowser, packaged: runPackaged, download: runInDownload };
const suite = suites[process.argv[2]];
if (!suite) {
  console.error(`Name one of: ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}

const scratch = makeScratchFolder();
const workspace = path.join(scratch, 'workspace');
const extensionsDir = path.join(scratch, 'extensions');
fs.mkdirSync(workspace);
const launchArgs = [
  workspace,
  `--user-data-dir=${path.join(scratch, 'user-data')}`,
  `--extensions-dir=${extensionsDir}`,
];
try {
  await buildSuite();
  await suite();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

async function runInNode(extensionDevelopmentPath = extensionRoot) {
  installHost();
  await runTests({
    vscodeExecutablePath: launcher,
    launchArgs,
    extensionDevelopmentPath,
    extensionTestsPath: suiteBundles.node,
  });
}

async function runInBrowser() {
  installHost();
  await runTests({
    vscodeExecutablePath: launcher,
    launchArgs,
    extensionDevelopmentPath: extensionRoot,
    extensionTestsPath: suiteBundles.web,
    extensionTestsEnv: { EXTENSION_HOST: 'web' },
  });
}

async function runPackaged() {
  installHost();
  const vsix = path.join(scratch, 'supervisor-review.vsix');
  run('npm', ['run', 'package', '--', '--out', vsix], extensionRoot);
  run(
    hostNode(),
    [
      path.join(vscodeFolder, 'out/server-main.js'),
      `--install-extension=${vsix}`,
      `--extensions-dir=${extensionsDir}`,
      `--server-data-dir=${path.join(scratch, 'server-data')}`,
    ],
    scratch,
  );
  // VS Code runs tests only beside an extension under development: an empty one.
  const stub = path.join(scratch, 'stub');
  fs.mkdirSync(stub);
  fs.writeFileSync(
    path.join(stub, 'package.json'),
    JSON.stringify({ name: 'stub', publisher: 'stub', version: '0.0.1', engines: { vscode: '*' } }),
  );
  await runInNode(stub);
}

async function runInDownload() {
  try {
    await runTests({
      launchArgs,
      extensionDevelopmentPath: extensionRoot,
      extensionTestsPath: suiteBundles.node,
    });
  } catch (error) {
    if (!/ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|fetch|network/i.test(`${error.code} ${error.message}`))
      throw error;
    throw new Error(
      `A desktop VS Code could not be downloaded (${error.message}); "npm test" needs no download.`,
    );
  }
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed\n${stdout}${stderr}`);
}
