import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import {
  closeEverything,
  extension,
  finding,
  open,
  quickFixes,
  riskySentence,
  run,
  until,
} from './helpers.ts';

const activeDocument = () => vscode.window.activeTextEditor?.document;
const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

suite('Commands', () => {
  teardown(closeEverything);

  test('are all there', async () => {
    const contributed: { command: string }[] = extension().packageJSON.contributes.commands;
    const known = await vscode.commands.getCommands();
    equal(
      contributed.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    );
    equal(contributed.length, 9);
  });

  test('Check This File as a Supervisor Review', async () => {
    const document = await open(riskySentence, 'plaintext');
    await run('checkFile');
    equal(activeDocument()?.languageId, 'supervisor-review');
    await finding(document);
  });

  test('Check Clipboard opens the text as it was copied', async () => {
    const text = `Grade: High\r\n\r\n${riskySentence}\r\n`;
    await vscode.env.clipboard.writeText(text);
    await run('checkClipboard');
    const document = activeDocument();
    ok(document?.isUntitled, 'no new document');
    equal(document.getText(), text);
    await finding(document);
  });

  test('Check Clipboard opens nothing for an empty clipboard', async () => {
    await vscode.env.clipboard.writeText(' \r\n');
    await run('checkClipboard');
    equal(tabs().length, 0);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('Copy Review Text copies all, or the selection, with its line endings', async () => {
    const text = `Grade: High\r\n${riskySentence}\r\n`;
    await open(text);
    await run('copyReviewText');
    equal(await vscode.env.clipboard.readText(), text);

    const editor = vscode.window.activeTextEditor;
    ok(editor, 'no editor');
    editor.selection = new vscode.Selection(0, 7, 1, 3);
    await run('copyReviewText');
    equal(await vscode.env.clipboard.readText(), 'High\r\nShe');
  });

  test('Fix All Safe Wording leaves to the writer what needs the writer', async () => {
    const document = await open(riskySentence);
    ok((await quickFixes(document, await finding(document))).length > 0, 'nothing to leave');
    await run('fixAll');
    equal(document.getText(), riskySentence);
  });

  test('Fix All Safe Wording mends the rest, in one step that one undo takes back', async () => {
    const text = `${riskySentence}\r\nShe allowed herself to be exploited.\r\nShe was at home.\r\n`;
    const document = await open(text);
    await finding(document);
    await run('fixAll');
    const [risky, mended, plain] = document.getText().split('\r\n');
    equal(risky, riskySentence);
    match(mended ?? '', /^She (?!allowed).*exploited\.$/);
    equal(plain, 'She was at home.');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text);
  });

  test('Explain This Finding opens the page of its rule beside the review', async () => {
    const document = await open(riskySentence);
    const { range } = await finding(document);
    const editor = vscode.window.activeTextEditor;
    ok(editor, 'no editor');
    editor.selection = new vscode.Selection(range.end, range.end);
    await run('explainFinding');
    const pages = () =>
      tabs().filter(
        ({ input }) =>
          (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) &&
          input.uri.toString() === 'supervisor-review:/rules/AG06.md',
      );
    await until(vscode.window.tabGroups.onDidChangeTabs, () => pages().length > 0);
    equal(pages()[0]?.group.viewColumn, vscode.ViewColumn.Two);
    equal(activeDocument()?.uri.toString(), document.uri.toString(), 'the review lost the cursor');
  });

  test('a rule has a page, and an unknown rule says that it has none', async () => {
    const read = async (rule: string) =>
      (
        await vscode.workspace.openTextDocument(vscode.Uri.parse(`supervisor-review:/rules/${rule}.md`))
      ).getText();
    match(await read('AG06'), /AG06/);
    match(await read('XX99'), /no page/);
  });

  test('Show Log opens the log', async () => {
    await run('showLog');
    await until(vscode.window.onDidChangeVisibleTextEditors, () =>
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'output'),
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
