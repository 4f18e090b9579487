import { readdirSync, readFileSync } from 'node:fs';
import Mocha from 'mocha';
import { platform } from './platform.ts';
import { print, reportRun } from './report.ts';

/** Entry of the tests in Node's extension host; VS Code calls it. */
export async function run(): Promise<void> {
  platform.crashServer = () => {
    for (const pid of serverProcesses()) process.kill(pid, 'SIGKILL');
  };
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, color: Boolean(process.env.FORCE_COLOR) });
  mocha.suite.emit('pre-require', globalThis, 'tests', mocha);
  await import('./tests.ts');
  await import('./grammar.test.ts');
  await reportRun((done) => mocha.run(done));
}

/** Our language server among the processes that this extension host has started. */
function serverProcesses(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isOurServer(pid));
}

function isOurServer(pid: number): boolean {
  try {
    const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
    return (
      parent === String(process.pid) && /dist\/server\.js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    );
  } catch {
    // It ended while we looked.
    return false;
  }
}
