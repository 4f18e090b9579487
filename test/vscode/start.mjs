/**
 * `npm start`: a VS Code in the browser, with the extension, on the example reviews.
 *
 *   npm start                  any free port of this machine
 *   npm start -- --port 8080   that port
 *   npm start -- --desktop     the installed desktop VS Code instead
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { installFromCheckout } from './launcher/checkout.mjs';
import { examplesFolder, extensionRoot, makeScratchFolder } from './launcher/paths.mjs';
import { openSession } from './launcher/session.mjs';
import { workbenchAddress } from './launcher/workbench.mjs';

const { values } = parseArgs({
  options: { desktop: { type: 'boolean' }, port: { type: 'string', default: '0' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  process.exit(2);
}

const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: extensionRoot, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
if (values.desktop) openDesktop();
else await serve();

/** Opens the examples in the desktop VS Code, which goes on by itself. */
function openDesktop() {
  const opened = spawnSync(
    'code',
    [`--extensionDevelopmentPath=${extensionRoot}`, '--new-window', examplesFolder],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (opened.error || opened.status === 127) {
    console.error('No desktop VS Code here: there is no "code" command on the PATH. "npm start" needs none.');
    process.exit(1);
  }
  process.exit(opened.status ?? 1);
}

/** Serves VS Code until Ctrl+C. */
async function serve() {
  const extensionsDir = makeScratchFolder();
  process.on('exit', () => fs.rmSync(extensionsDir, { recursive: true, force: true }));
  installFromCheckout(extensionsDir);
  const session = await openSession({ port, extensionsDir });
  // The folder is named in the address: under --default-folder VS Code mistakes the files' own addresses.
  console.log(`VS Code is at ${workbenchAddress(session.port, examplesFolder)}  (Ctrl+C ends it)`);
}
