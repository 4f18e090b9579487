import { format } from './format.ts';

/** Tells the launcher that a line is ours; it drops what VS Code itself logs. */
const mark = '\u0001';

/** What the driver reads from the last marked line of a run. */
export interface Results {
  passed: number;
  failed: number;
}

/** Prints a line of the tests' own report. */
export function print(...args: unknown[]): void {
  console.log(mark + format(...args));
}

/**
 * Runs the registered tests to the end.
 * @param run starts mocha and calls back with the runner that has ended
 * @throws when a test failed, so that VS Code exits with a status that says so
 */
export async function reportRun(run: (done: (failed: number) => void) => Mocha.Runner): Promise<void> {
  const failed = await new Promise<number>((resolve) => {
    const runner = run((failures) => {
      const results: Results = { passed: runner.stats?.passes ?? 0, failed: failures };
      print(`@@results ${JSON.stringify(results)}`);
      resolve(failures);
    });
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}
