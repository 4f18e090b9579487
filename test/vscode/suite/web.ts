import 'mocha/mocha';
import { platform } from './platform.ts';
import { print, reportRun } from './report.ts';

/** Every worker that the extension host has started since the tests were loaded. */
const workers: Worker[] = [];
const NativeWorker = globalThis.Worker;
globalThis.Worker = class extends NativeWorker {
  constructor(script: string | URL, options?: WorkerOptions) {
    super(script, options);
    workers.push(this);
  }
};

/** Entry of the tests in the browser's extension host; VS Code calls it. */
export async function run(): Promise<void> {
  platform.crashServer = () => {
    workers.at(-1)?.dispatchEvent(new Event('error'));
  };
  Mocha.reporters.Base.consoleLog = print;
  mocha.setup({ ui: 'tdd', timeout: 60_000, reporter: Mocha.reporters.Spec });
  await import('./tests.ts');
  await reportRun((done) => mocha.run(done));
}
