import * as vscode from 'vscode';
import { equal, match } from './assert.ts';
import {
  closeEverything,
  extension,
  finding,
  noFindings,
  open,
  riskySentence,
  setSetting,
  until,
} from './helpers.ts';

const statusOf = (document: vscode.TextDocument) => extension().exports.statusOf(document);

suite('Settings and status', () => {
  teardown(async () => {
    await setSetting('enable', undefined);
    await setSetting('alsoCheck', undefined);
    await closeEverything();
  });

  test('the status counts what is shown', async () => {
    const document = await open(riskySentence);
    await finding(document);
    match(statusOf(document).text, /^On: (.*, )?1 wording\b/);
  });

  test('the status says when a file is not checked, and offers to check it', async () => {
    const status = statusOf(await open(riskySentence, 'plaintext'));
    equal(status.text, 'Off: this file is not checked');
    equal(status.command?.command, 'supervisorReview.checkFile');
  });

  test('checking is switched off and on again by the setting', async () => {
    const document = await open(riskySentence);
    await finding(document);
    await setSetting('enable', false);
    await noFindings(document);
    equal(statusOf(document).text, 'Off: switched off in the settings');
    await setSetting('enable', undefined);
    await finding(document);
    match(statusOf(document).text, /^On: /);
  });

  test('Markdown is checked where the setting says so, and only then', async () => {
    const document = await open(riskySentence, 'markdown');
    await setSetting('alsoCheck', ['markdown']);
    await finding(document);
    await setSetting('alsoCheck', undefined);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(document.uri).length === 0,
    );
    equal(statusOf(document).text, 'Off: this file is not checked');
  });
});
