import { type CodeAction, commands, Range, window, workspace } from 'vscode';
import { fixAllKind, productName } from '../names.ts';

/** How long the status bar tells the outcome, in milliseconds. */
const noticeMs = 5000;

/** Applies every rewrite of the active review that is safe in place, as one step that one undo takes back. */
export async function fixAll(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const everything = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.validateRange(everything),
    fixAllKind,
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (!edit) {
    window.setStatusBarMessage(
      `${productName}: no wording here can be changed safely without you.`,
      noticeMs,
    );
    return;
  }
  const changed = edit.entries().reduce((sum, [, edits]) => sum + edits.length, 0);
  if (await workspace.applyEdit(edit)) {
    window.setStatusBarMessage(`${productName}: ${changed} changed.`, noticeMs);
  } else {
    void window.showWarningMessage(
      `${productName}: the text changed meanwhile; nothing was replaced. Try again.`,
    );
  }
}
