import { commands, type TextDocumentShowOptions, ViewColumn, window } from 'vscode';
import { findingAt, rulePageOf } from '../findings.ts';
import { productName } from '../names.ts';

/** How long the status bar says that there is nothing to explain, in milliseconds. */
const noticeMs = 5000;

/** Opens the page of the rule behind the finding at the cursor, beside the review. */
export async function explainFinding(): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const finding = findingAt(editor.document, editor.selection.active);
  const page = finding && rulePageOf(finding);
  if (!page) {
    window.setStatusBarMessage(`${productName}: there is no finding at the cursor.`, noticeMs);
    return;
  }
  const beside: TextDocumentShowOptions = {
    viewColumn: ViewColumn.Beside,
    preserveFocus: true,
    preview: true,
  };
  await commands.executeCommand('vscode.open', page, beside);
}
