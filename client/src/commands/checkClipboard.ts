import { env, window, workspace } from 'vscode';
import { languageId, productName } from '../names.ts';

/** Opens the clipboard's text as a new unsaved review: paste, mend, copy back. */
export async function checkClipboard(): Promise<void> {
  const content = await env.clipboard.readText();
  if (content.trim() === '') {
    void window.showInformationMessage(`${productName}: the clipboard holds no text. Copy the review first.`);
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument({ language: languageId, content }));
}
