/**
 * `npm test`: every check and every suite, one after the other, headless.
 *
 *   node test/run.mjs          all
 *   node test/run.mjs newest   only the suites in VS Code, in the newest one (test/vscode/host-newest)
 *
 * The last line is `N passed, N failed`, summed over all suites; a check that fails counts as one failure, and so
 * does a suite that breaks off or runs no test. The status is 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '..');
const vitestReport = path.join(root, 'test-results/vitest.json');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const total = { passed: 0, failed: 0 };

if (process.argv[2] === 'newest') {
  await check('Build', process.execPath, ['esbuild.mjs']);
  process.env.VSCODE_HOST = 'host-newest';
} else {
  await check('Build', process.execPath, ['esbuild.mjs']);
  await check('Format and lint', bin('biome'), ['check', '.']);
  await check('Types', bin('tsc'), []);
  await vitest();
}
await vscode('In VS Code, Node extension host', 'node');
await vscode('In VS Code, browser extension host', 'web');
await vscode('In VS Code, packaged extension', 'packaged');

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** A step that holds or not. */
async function check(title, command, args) {
  heading(title);
  const { status } = await run(command, args);
  if (status !== 0) fail(title, `ended with status ${status}`);
}

/** Unit, property and protocol tests. */
async function vitest() {
  heading('Unit, property and protocol tests');
  fs.rmSync(vitestReport, { force: true });
  const { status } = await run(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]);
  const report = fs.existsSync(vitestReport) ? JSON.parse(fs.readFileSync(vitestReport, 'utf8')) : {};
  add('vitest', status, { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 });
}

/** One suite in a real VS Code. */
async function vscode(title, suite) {
  heading(title);
  const { status, results } = await run(process.execPath, ['test/vscode/run.mjs', suite]);
  add(title, status, results ?? { passed: 0, failed: 0 });
}

/** Adds a suite's counts; whatever went wrong besides its tests is one failure more. */
function add(title, status, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) return;
  if (status !== 0) fail(title, `broke off with status ${status}`);
  else if (passed === 0) fail(title, 'ran no test');
}

function fail(title, what) {
  total.failed += 1;
  console.error(`${title}: ${what}`);
}

function heading(title) {
  console.log(`\n── ${title}`);
}

/** Runs a program, passes its lines on, and keeps the counts that it reports between them. */
async function run(command, args) {
  const environment = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  const stop = (signal) => child.kill(signal);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let results;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const report = /@@results (\{.*\})/.exec(line);
    if (report) results = JSON.parse(report[1]);
    else console.log(line);
  });
  const status = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return { status, results };
}
