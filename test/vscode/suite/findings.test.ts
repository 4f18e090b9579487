import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import {
  closeEverything,
  finding,
  noFindings,
  open,
  openFile,
  quickFixes,
  riskySentence,
  shown,
  until,
} from './helpers.ts';

const phrase = 'in behaviour that is highly risky';

suite('Findings', () => {
  teardown(closeEverything);

  test('appear under a phrase as it is typed', async () => {
    const document = await open('');
    const editor = vscode.window.activeTextEditor;
    ok(editor, 'no editor');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), riskySentence));
    const { range, severity, source, code } = await finding(document);
    ok(document.getText(range).endsWith(phrase), `underlined: ${document.getText(range)}`);
    equal(severity, vscode.DiagnosticSeverity.Error);
    equal(source, 'Supervisor Review');
    ok(typeof code === 'object', 'the code links nowhere');
    equal(code.target.toString(), 'supervisor-review:/rules/AG06.md');
  });

  test('go when the phrase goes', async () => {
    const document = await open(`${riskySentence}\nShe was seen at 2147hrs.`);
    await finding(document);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(0, 0, 1, 0));
    await vscode.workspace.applyEdit(edit);
    await until(vscode.languages.onDidChangeDiagnostics, () => shown(document).length === 0);
  });

  for (const name of ['log.review.md', 'log.review.txt', 'log.review']) {
    test(`appear in a file called ${name}`, async () => {
      const document = await openFile(name, `Rationale\n\n${riskySentence}\n`);
      equal(document.languageId, 'supervisor-review');
      equal((await finding(document)).range.start.line, 2);
    });
  }

  test('keep their place in a Windows file', async () => {
    const document = await openFile(
      'windows file.review.txt',
      `Grade: High\r\n\r\n😀 ${riskySentence}\r\nEnd\r\n`,
    );
    equal(document.eol, vscode.EndOfLine.CRLF);
    const { range } = await finding(document);
    equal(range.end.line, 2);
    ok(document.getText(range).endsWith(phrase), `underlined: ${document.getText(range)}`);
  });

  test('explain themselves in the hover', async () => {
    const document = await open(riskySentence);
    const { range } = await finding(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      range.end.translate(0, -1),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    match(text, /AG06/);
    match(text, /Source: /);
    match(text, /is at high risk of harm from/);
  });

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    test(`are mended by a quick fix that changes nothing else (${name})`, async () => {
      const [before, after] = [`Rationale: “quoted” 😀${eol}`, `${eol}${eol}Next: call her father.${eol}`];
      const document = await open(`${before}${riskySentence}${after}`);
      const fix = (await quickFixes(document, await finding(document))).find(({ title }) =>
        /is at high risk of harm from/.test(title),
      );
      ok(fix?.edit, 'no such fix');
      ok(await vscode.workspace.applyEdit(fix.edit), 'not applied');
      const text = document.getText();
      ok(text.startsWith(before) && text.endsWith(after), `changed around: ${JSON.stringify(text)}`);
      match(
        text.slice(before.length, text.length - after.length),
        /^She is at high risk of harm from \[?who\]?\.$/,
      );
      await until(vscode.languages.onDidChangeDiagnostics, () => shown(document).length === 0);
    });
  }

  test('go when the document is closed', async () => {
    const document = await open(riskySentence);
    await finding(document);
    await closeEverything();
    await noFindings(document);
  });
});
