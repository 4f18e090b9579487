import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { hostFolder } from './paths.mjs';

const unpacked = path.join(hostFolder, 'node_modules/.chromium');
const program = path.join(unpacked, 'chromium');
const bundledLibraries = path.join(unpacked, 'al2023/lib');
const bundledFonts = path.join(unpacked, 'fonts/fonts');
const fontSettings = path.join(unpacked, 'fonts.conf');
const debianPackages = ['libnss3', 'libexpat1', 'fontconfig-config', 'fonts-dejavu-core'];

/** Unpacks the browser and sees to what the machine lacks to run it. `CHROMIUM` names another browser instead. */
export function prepareChromium() {
  if (process.env.CHROMIUM) return;
  if (!fs.existsSync(program)) unpack();
  if (runsWith({})) return;
  if (mayInstallPackages()) installPackages();
  if (!runsWith({}) && !runsWith({ LD_LIBRARY_PATH: bundledLibraries })) {
    throw new Error(`The browser lacks libraries; run: sudo apt-get install ${debianPackages.join(' ')}`);
  }
}

/** What Playwright needs to start the browser: program, arguments and environment. */
export function chromiumLaunchOptions() {
  return {
    executablePath: process.env.CHROMIUM ?? program,
    args: ['--no-sandbox', '--disable-gpu'],
    env: {
      ...process.env,
      ...(process.env.CHROMIUM || runsWith({}) ? {} : { LD_LIBRARY_PATH: bundledLibraries }),
      ...fonts(),
    },
    // The launcher ends the browser itself, in its own order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

/** Playwright's Chromium driver, from the host folder. */
export function playwrightChromium() {
  return createRequire(path.join(hostFolder, 'package.json'))('playwright-core').chromium;
}

function unpack() {
  // Unpacked beside its place and then moved, so that what is there is whole.
  const partial = `${unpacked}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true });
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    {
      cwd: hostFolder,
      encoding: 'utf8',
      // It unpacks into the temporary folder, and adds its spare libraries only where it sees Amazon's name.
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    },
  );
  if (run.status !== 0) throw new Error(`The browser could not be unpacked\n${run.stderr}`);
  // The settings that come with the fonts look for them in Amazon's folders only.
  fs.writeFileSync(
    path.join(partial, 'fonts.conf'),
    `<?xml version="1.0"?>\n<fontconfig><dir>${bundledFonts}</dir><cachedir>${bundledFonts}/cache</cachedir></fontconfig>\n`,
  );
  fs.renameSync(partial, unpacked);
}

function runsWith(environment) {
  return spawnSync(program, ['--version'], { env: { ...process.env, ...environment } }).status === 0;
}

function fonts() {
  return fs.existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: fontSettings };
}

function mayInstallPackages() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function installPackages() {
  console.log(`Installing what the browser needs: ${debianPackages.join(' ')} …`);
  const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' };
  spawnSync('apt-get', ['update'], environment);
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', ...debianPackages], environment);
}
