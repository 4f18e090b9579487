import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import {
  closeEverything,
  finding,
  open,
  openFile,
  quickFixes,
  ruleOf,
  run,
  shown,
  until,
  workspaceFile,
} from './helpers.ts';

/** A fictional first review that leaves much open. */
const review = `# Missing child: initial review

PS 4417 Hallam, 09/11/2025. Tamsin Orrell, DOB 04/02/2010, see tamsin-march.review.md.

## Risk

Risk grade: Standard
Rationale: because she is 15, it is 3c and dark, and she has no coat.
Last seen: 2030hrs in her room by Jo Penn
Photograph: obtained, taken 02/11/2025, a good likeness

## Log

09/11/2025 2118hrs reported missing by staff
2145hrs home searched, no trace
0256hrs still missing, hospital checks negative
`;
const blank = /^\[[^[\]]+\]$/;

/** Opens the review and waits until the server has read it. */
async function openReview(text = review): Promise<vscode.TextDocument> {
  const document = await open(text);
  await finding(document, 'next-review');
  return document;
}

/** The position just after a piece of a document's text. */
function behind(document: vscode.TextDocument, piece: string): vscode.Position {
  const at = document.getText().indexOf(piece);
  ok(at >= 0, `not in the text: ${piece}`);
  return document.positionAt(at + piece.length);
}

function ask<Answer>(provider: string, ...args: unknown[]): Thenable<Answer> {
  return vscode.commands.executeCommand<Answer>(`vscode.execute${provider}Provider`, ...args);
}

async function complete(document: vscode.TextDocument, at: vscode.Position) {
  const { items } = await ask<vscode.CompletionList>('CompletionItem', document.uri, at);
  return items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

async function lensesOf({ uri }: vscode.TextDocument): Promise<vscode.Command[]> {
  const lenses = await ask<vscode.CodeLens[]>('CodeLens', uri, 10);
  return lenses.map(({ command }) => {
    ok(command, 'a lens without a command');
    return command;
  });
}

async function fix(document: vscode.TextDocument, rule: string, title: RegExp): Promise<vscode.CodeAction> {
  const fixes = await quickFixes(document, await finding(document, rule));
  const found = fixes.find((action) => title.test(action.title));
  ok(found, `no such fix: ${fixes.map((action) => action.title).join(' | ')}`);
  return found;
}

async function apply({ edit }: vscode.CodeAction): Promise<void> {
  ok(edit, 'a fix without an edit');
  ok(await vscode.workspace.applyEdit(edit), 'not applied');
}

function editor(): vscode.TextEditor {
  const active = vscode.window.activeTextEditor;
  ok(active, 'no editor');
  return active;
}

const selected = () => editor().document.getText(editor().selection);

/** The blanks that the tab key leads to, from the one selected now. */
async function tabThrough(stops: number): Promise<string[]> {
  await until(vscode.window.onDidChangeTextEditorSelection, () => blank.test(selected()));
  const visited = [selected()];
  while (visited.length < stops) {
    const { start } = editor().selection;
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await until(
      vscode.window.onDidChangeTextEditorSelection,
      () => !editor().selection.start.isEqual(start) && blank.test(selected()),
    );
    ok(editor().selection.start.isAfter(start), `back to ${selected()}`);
    visited.push(selected());
  }
  return visited;
}

suite('Writing help', () => {
  teardown(closeEverything);

  test('the outline nests fields and log entries below their headings', async () => {
    const { uri } = await openReview();
    const [title, ...others] = await ask<vscode.DocumentSymbol[]>('DocumentSymbol', uri);
    equal(others.length, 0);
    equal(title?.name, 'Missing child: initial review');
    equal(
      title?.children.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [
        ['Risk', ['Risk grade', 'Rationale', 'Last seen', 'Photograph']],
        ['Log', ['09/11/2025 2118hrs', '2145hrs', '0256hrs']],
      ],
    );
  });

  test('sections fold', async () => {
    const document = await openReview();
    const folds = await ask<vscode.FoldingRange[]>('FoldingRange', document.uri);
    equal(
      folds.map(({ start, end }) => [document.lineAt(start).text, document.lineAt(end).text]),
      ['# Missing child: initial review', '## Risk', '## Log'].map((heading) => [
        heading,
        heading === '## Risk'
          ? 'Photograph: obtained, taken 02/11/2025, a good likeness'
          : '0256hrs still missing, hospital checks negative',
      ]),
    );
  });

  test('a fold closes in the editor', async () => {
    const document = await openReview();
    editor().selection = new vscode.Selection(4, 0, 4, 0);
    await vscode.commands.executeCommand('editor.fold');
    await until(vscode.window.onDidChangeTextEditorVisibleRanges, () => {
      const [first, second] = editor().visibleRanges;
      return first?.end.line === 4 && second?.start.line === behind(document, 'likeness').line + 1;
    });
  });

  test('the selection grows from the word to the value, the field and the section', async () => {
    const document = await openReview();
    const at = behind(document, 'in her ro');
    const [innermost] = await ask<vscode.SelectionRange[]>('SelectionRange', document.uri, [at]);
    const texts: string[] = [];
    for (let range = innermost; range; range = range.parent) texts.push(document.getText(range.range));
    const wanted = ['room', '2030hrs in her room by Jo Penn', 'Last seen: 2030hrs in her room by Jo Penn'];
    equal(
      texts.filter((text) => wanted.includes(text)),
      wanted,
    );
    ok(
      texts.some((text) => text.startsWith('## Risk') && text.endsWith('likeness')),
      `no section: ${JSON.stringify(texts)}`,
    );
    equal(texts.at(-1), review);
  });

  test('completion offers a field still open, with its blanks, in the layout of the review', async () => {
    const document = await openReview();
    const items = await complete(document, new vscode.Position(10, 0));
    const [next] = items.filter((item) => labelOf(item) === 'Next review');
    ok(next, `no such field: ${items.map(labelOf).join(', ')}`);
    equal(next.detail, 'needed');
    ok(next.documentation, 'not documented');
    const answered = items.filter(({ detail }) => detail === 'answered');
    ok(answered.length > 0, 'nothing counts as answered');
    ok(
      answered.every(({ sortText }) => String(next.sortText) < String(sortText)),
      'what is answered comes before what is open',
    );
    ok(next.insertText instanceof vscode.SnippetString, 'no tab stops');
    await editor().insertSnippet(next.insertText, new vscode.Position(10, 0));
    match(document.lineAt(10).text, /^Next review: .*\[[^[\]]+\]/);
    await tabThrough(1);
  });

  test('completion offers the allowed values after a label, and replaces the one begun', async () => {
    const document = await openReview();
    const items = await complete(document, behind(document, 'Risk grade: Stan'));
    equal(items.map(labelOf), ['High', 'Medium', 'Low', 'No apparent risk']);
    const range = items[0]?.range;
    ok(range, 'no range');
    equal(document.getText(range instanceof vscode.Range ? range : range.replacing), 'Stan');
  });

  test('completion offers phrases of good practice in prose, and no fields', async () => {
    const document = await openReview(`${review}\nHer father was told, and then came the threat`);
    const end = document.positionAt(document.getText().length);
    const items = await complete(document, end);
    ok(items.length > 0, 'nothing offered');
    equal(items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text).map(labelOf), []);
    ok(
      items.every(({ documentation }) => documentation),
      'a phrase is not shown whole',
    );
  });

  test('the hover on a label says what a complete answer holds, why, and by what source', async () => {
    const document = await openReview();
    const hovers = await ask<vscode.Hover[]>('Hover', document.uri, behind(document, 'Last se'));
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    match(text, /^\*\*.+\*\*: .*\?\n\n.*\n\n_For example:_[\s\S]*Answered[\s\S]*Source: /m);
  });

  test('the line above the title says how far the review is and what it is', async () => {
    const [state, form] = await lensesOf(await openReview());
    match(state?.title ?? '', /^Answered \d+ of \d+; \d+ questions/);
    match(form?.title ?? '', /^Missing child/);
  });

  test('the line above the title lets the type be chosen, and be recognised again', async () => {
    const document = await openReview();
    const typeOf = async () => {
      const [, form] = await lensesOf(document);
      ok(form, 'no type');
      return form;
    };
    const { command, arguments: args = [], title } = await typeOf();
    await vscode.commands.executeCommand(command, ...args, 'cce');
    ok((await typeOf()).title !== title, `still ${title}`);
    await vscode.commands.executeCommand(command, ...args, '');
    equal((await typeOf()).title, title);
  });

  test('the line above the title leads to the list of findings', async () => {
    const [state] = await lensesOf(await openReview());
    ok(state, 'no state');
    equal(state.command, 'supervisorReview.showFindings');
    await vscode.commands.executeCommand(state.command, ...(state.arguments ?? []));
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  test('a link opens another review of the folder', async () => {
    await vscode.workspace.fs.writeFile(
      workspaceFile('tamsin-march.review.md'),
      new TextEncoder().encode('# Missing child: return review\n'),
    );
    const document = await openFile('tamsin.review.md', review);
    await finding(document, 'next-review');
    const links = await ask<vscode.DocumentLink[]>('Link', document.uri, 10);
    const link = links.find(({ range }) => document.getText(range) === 'tamsin-march.review.md');
    ok(link?.target, 'no link');
    await vscode.commands.executeCommand('vscode.open', link.target);
    equal(editor().document.getText(), '# Missing child: return review\n');
  });

  test('hints give the age and the time elapsed, past midnight too', async () => {
    const document = await openReview();
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await ask<vscode.InlayHint[]>('InlayHint', document.uri, everything);
    equal(
      hints
        .toSorted((a, b) => a.position.compareTo(b.position))
        .map(({ position, label }) => [
          document.lineAt(position).text.slice(0, position.character).split(/[ ,]+/).at(-1),
          typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
        ]),
      [
        ['04/02/2010', 'aged 15'],
        ['2145hrs', '+27 min'],
        ['0256hrs', '+5 h 11, 5 h 38 in all'],
      ],
    );
  });

  test('a quick fix adds a missing field with its blanks selected, and changes nothing else', async () => {
    const document = await openReview();
    await apply(await fix(document, 'next-review', /^Add “Next review”$/));
    const lines = document.getText().split('\n');
    const added = lines.filter((line) => !review.split('\n').includes(line));
    equal(added.length, 1);
    match(added[0] ?? '', /^Next review: .*\[[^[\]]+\]/);
    equal(
      lines.filter((line) => line !== '' && line !== added[0]).join('\n'),
      review.replace(/\n+/g, '\n').trim(),
    );
    await tabThrough(1);
    await until(vscode.languages.onDidChangeDiagnostics, () => shown(document, 'next-review').length === 0);
    await finding(document, 'blank-left');
  });

  for (const [layout, text, heading] of [
    ['labels', review, /^[A-Z][a-z]+[^:]*: /],
    ['capitals', review.replace(/^#+ (.*)$/gm, (_, title: string) => title.toUpperCase()), /^[A-Z]/],
  ] as const) {
    test(`a quick fix adds all missing fields without touching what is written (${layout})`, async () => {
      const document = await openReview(text);
      const all = await fix(document, 'next-review', /^Add all \d+ missing fields$/);
      const count = Number(/\d+/.exec(all.title));
      await apply(all);
      const before = text.split('\n').filter((line) => line !== '');
      const lines = document.getText().split('\n');
      equal(
        lines.filter((line) => before.includes(line)),
        before,
      );
      const added = lines.filter((line) => line !== '' && !before.includes(line));
      ok(added.length >= count, `${count} promised: ${JSON.stringify(added)}`);
      ok(
        added.some((line) => heading.test(line) && /next review/i.test(line)),
        `no next review: ${JSON.stringify(added)}`,
      );
      await tabThrough(3);
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => shown(document, 'next-review').length === 0 && shown(document, 'blank-left').length >= count,
      );
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), text);
    });
  }

  test('a quick fix chooses among the allowed values', async () => {
    const document = await openReview();
    await until(vscode.languages.onDidChangeDiagnostics, () =>
      shown(document, 'risk-grade').some(({ range }) => document.getText(range) === 'Standard'),
    );
    await apply(await fix(document, 'risk-grade', /^Rewrite as “Medium”$/));
    equal(document.getText(), review.replace('Standard', 'Medium'));
    await until(vscode.languages.onDidChangeDiagnostics, () => shown(document, 'risk-grade').length === 0);
  });

  test('New Review opens an unsaved review, and each blank filled is one question less', async () => {
    await run('newReview', 'missing-initial');
    const { document } = editor();
    ok(document.isUntitled, 'not a new document');
    equal(document.languageId, 'supervisor-review');
    match(document.getText(), /^# /);
    await finding(document, 'blank-left');
    await tabThrough(1);
    const asked = (at: vscode.Position) =>
      shown(document, 'blank-left').some(({ range }) => range.start.isEqual(at));
    while (!asked(editor().selection.start)) await tabThrough(2);
    const { start } = editor().selection;
    await vscode.commands.executeCommand('type', { text: '2130' });
    ok(
      document.getText(new vscode.Range(start, start.translate(0, 4))) === '2130',
      'the blank was not replaced',
    );
    await until(vscode.languages.onDidChangeDiagnostics, () => !asked(start));
    equal(
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
        .filter((diagnostic) => /^[A-Z]{2}\d/.test(ruleOf(diagnostic))),
      [],
    );
  });
});
