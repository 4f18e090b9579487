import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostNode, vscodeFolder } from './paths.mjs';

/** Settings of every VS Code that we start: nothing that covers or distracts from the editor. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
};

/**
 * Starts a VS Code server on 127.0.0.1.
 * @param {object} options
 * @param {string} options.scratch folder for the server's own data and temporary files
 * @param {string} [options.userDataDir] default: inside `scratch`
 * @param {string} [options.extensionsDir] default: inside `scratch`
 * @param {number} [options.port] default: any free port
 * @param {string[]} [options.extraArguments] further command-line arguments
 * @returns {Promise<{port: number, exited: Promise<void>, stop: () => Promise<void>, kill: () => void}>}
 *   rejects when the server ends before it listens
 */
export async function startServer(options) {
  const { scratch } = options;
  const userDataDir = options.userDataDir ?? path.join(scratch, 'user-data');
  const extensionsDir = options.extensionsDir ?? path.join(scratch, 'extensions');
  // VS Code misses the extension under test when these do not exist before it starts.
  fs.mkdirSync(path.join(userDataDir, 'User'), { recursive: true });
  fs.mkdirSync(extensionsDir, { recursive: true });
  fs.writeFileSync(path.join(userDataDir, 'User/settings.json'), JSON.stringify(quietSettings, null, 2));

  const child = spawn(
    hostNode(),
    [
      `--import=${pathToFileURL(path.join(import.meta.dirname, 'endWithLauncher.mjs'))}`,
      path.join(vscodeFolder, 'out/server-main.js'),
      '--accept-server-license-terms',
      '--without-connection-token',
      '--host=127.0.0.1',
      `--port=${options.port ?? 0}`,
      `--user-data-dir=${userDataDir}`,
      `--server-data-dir=${path.join(scratch, 'server-data')}`,
      `--extensions-dir=${extensionsDir}`,
      '--telemetry-level=off',
      '--disable-workspace-trust',
      ...(options.extraArguments ?? []),
    ],
    {
      cwd: scratch,
      env: { ...process.env, TMPDIR: scratch },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A process group of its own, so that its extension hosts end with it.
      detached: true,
    },
  );
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group has already gone.
    }
  };
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    signal('SIGTERM');
    const hard = setTimeout(signal, 3000, 'SIGKILL');
    await exited;
    clearTimeout(hard);
    signal('SIGKILL');
  };
  const port = await listeningPort(child);
  return { port, exited, stop, kill: () => signal('SIGKILL') };
}

function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const listening = /listening on (\d+)/.exec(output);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`VS Code ended with ${code} before it listened\n${output}`)),
    );
  });
}
