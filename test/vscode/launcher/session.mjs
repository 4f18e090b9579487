import fs from 'node:fs';
import { chromiumLaunchOptions, playwrightChromium, prepareChromium } from './chromium.mjs';
import { installHost } from './install.mjs';
import { makeScratchFolder } from './paths.mjs';
import { startServer } from './server.mjs';

/**
 * One VS Code server, with a headless browser on demand, that leaves nothing behind: however this process ends,
 * they end first and their files go.
 * @param {Omit<Parameters<typeof startServer>[0], 'scratch'>} serverOptions
 * @param {{ timeoutSeconds?: number }} [limits] after which the session ends with status 1
 */
export async function openSession(serverOptions, limits = {}) {
  installHost();
  const scratch = makeScratchFolder();
  let server;
  let browser;
  let ending;

  /** Ends browser, server and files, then this process with `code`. */
  const end = (code) => {
    ending ??= (async () => {
      await browser?.close().catch(() => {});
      await server?.stop();
      fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
      process.exit(code);
    })();
    return ending;
  };
  const fail = (error) => {
    if (!ending) console.error(error instanceof Error ? error.message : error);
    return end(1);
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(130));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => end(1));
  process.on('unhandledRejection', fail);
  process.on('uncaughtException', fail);
  process.on('exit', () => server?.kill());
  if (limits.timeoutSeconds) {
    setTimeout(
      () => fail(`timed out after ${limits.timeoutSeconds} s`),
      limits.timeoutSeconds * 1000,
    ).unref();
  }

  try {
    server = await startServer({ ...serverOptions, scratch });
  } catch (error) {
    await fail(error);
  }
  server.exited.then(() => fail('VS Code ended unexpectedly'));

  return {
    port: server.port,
    scratch,
    end,
    /** Opens an empty page in a headless browser. */
    async openPage(viewport = { width: 1200, height: 700 }) {
      prepareChromium();
      browser = await playwrightChromium().launch(chromiumLaunchOptions());
      const page = await browser.newPage({ viewport });
      page.on('crash', () => fail('the page crashed'));
      return page;
    },
  };
}
