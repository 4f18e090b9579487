import { env, window } from 'vscode';

/** How long the status bar says that the text was copied, in milliseconds. */
const noticeMs = 5000;

/** Copies the selected text, or the whole review where nothing is selected, with its own line endings. */
export async function copyReviewText(): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  await env.clipboard.writeText(document.getText(selection.isEmpty ? undefined : selection));
  const what = selection.isEmpty ? 'The review' : 'The selected text';
  window.setStatusBarMessage(`${what} is on the clipboard.`, noticeMs);
}
