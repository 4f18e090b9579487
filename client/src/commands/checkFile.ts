import { languages, window } from 'vscode';
import { languageId } from '../names.ts';

/** Treats the active document as a review, whatever its name says. */
export async function checkFile(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, languageId);
}
