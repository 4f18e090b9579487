import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeEverything, extension, finding, open, riskySentence, run, shown, until } from './helpers.ts';
import { platform } from './platform.ts';

/** Records the server's states while `act` runs and until it answers again. */
async function statesDuring(act: () => unknown): Promise<string[]> {
  const { exports: api } = extension();
  const states: string[] = [];
  const recording = api.onDidChangeServerState((state) => states.push(state));
  await act();
  await until(api.onDidChangeServerState, () => states.length > 0 && api.serverState === 'running');
  recording.dispose();
  return states;
}

suite('The language server', () => {
  teardown(closeEverything);

  test('is started again after a crash, and the findings come back', async () => {
    const document = await open(riskySentence);
    await finding(document);
    const states = await statesDuring(() => platform.crashServer());
    ok(states.includes('starting'), `states: ${states}`);
    await finding(document);
  });

  test('checks what is typed after a crash', async () => {
    const document = await open('');
    await statesDuring(() => platform.crashServer());
    equal(shown(document).length, 0);
    await open(riskySentence).then(finding);
  });

  test('is given up after five crashes, and comes back when the writer asks', async () => {
    const { exports: api } = extension();
    const document = await open(riskySentence);
    await run('restartServer');
    for (let crash = 1; crash <= 4; crash++) await statesDuring(() => platform.crashServer());
    platform.crashServer();
    await until(
      api.onDidChangeServerState,
      () => api.statusOf(document).text === 'Off: the language server has stopped',
    );
    equal(shown(document).length, 0);

    await run('restartServer');
    await finding(document);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('is started afresh by Restart Language Server', async () => {
    const document = await open(riskySentence);
    await finding(document);
    equal(await statesDuring(() => run('restartServer')), ['stopped', 'starting', 'running']);
    await finding(document);
  });
});
