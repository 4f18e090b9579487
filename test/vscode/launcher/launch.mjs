#!/usr/bin/env node
/**
 * Stands in for the VS Code program: takes the same arguments, runs a real VS Code in a headless browser and exits
 * as the tests inside it do. `@vscode/test-electron` is given this file as `vscodeExecutablePath`.
 *
 * EXTENSION_HOST=web   run the extension in the browser's extension host instead of Node's
 * VSCODE_HOST=folder   another host folder beside this one
 * VSCODE_DEBUG=1       print all that VS Code logs, not only what the tests print
 * VSCODE_TIMEOUT=600   seconds until a run is given up
 */
import path from 'node:path';
import { format } from 'node:util';
import { openSession } from './session.mjs';
import { nodeHostPayload, useBrowserHost, workbenchAddress } from './workbench.mjs';

/** The tests mark their own lines with this, so that VS Code's log can be told apart. */
const mark = '\u0001';
const { options, folder } = parseArguments(process.argv.slice(2));
const inBrowserHost = process.env.EXTENSION_HOST === 'web';

const session = await openSession(
  {
    userDataDir: options['user-data-dir'],
    extensionsDir: options['extensions-dir'],
    // Makes the page obey the payload and report the tests' end.
    extraArguments: ['--enable-smoke-test-driver'],
  },
  { timeoutSeconds: Number(process.env.VSCODE_TIMEOUT ?? 600) },
);
const page = await session.openPage();
await page.exposeFunction('codeAutomationLog', (_level, args) => {
  const line = format(...args);
  if (line.startsWith(mark)) console.log(line.slice(mark.length));
  else if (process.env.VSCODE_DEBUG) console.log(line);
});
await page.exposeFunction('codeAutomationExit', (code) => {
  session.end(code);
});
page.on('console', (message) => {
  if (!message.text().startsWith('No extension host found')) return;
  console.error(message.text());
  session.end(1);
});

const extension = {
  extensionDevelopmentPath: options.extensionDevelopmentPath,
  extensionTestsPath: options.extensionTestsPath,
};
if (inBrowserHost) await useBrowserHost(page, session.port, extension);
const payload = inBrowserHost ? [['skipWelcome', 'true']] : nodeHostPayload(session.port, extension);
await page.goto(workbenchAddress(session.port, folder, payload));

/** `--name=value` become options, the first bare word the folder (a path or the URI of a virtual folder). */
function parseArguments(args) {
  const parsed = {};
  const words = [];
  for (const arg of args) {
    const option = /^--([^=]+)=?(.*)$/s.exec(arg);
    if (option) parsed[option[1]] = option[2];
    else words.push(arg);
  }
  const [first] = words;
  const isUri = first !== undefined && /^[\w-]{2,}:/.test(first);
  return { options: parsed, folder: first && !isUri ? path.resolve(first) : first };
}
