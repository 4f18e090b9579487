import { type TextDocument, workspace } from 'vscode';
import { languageId, section } from './names.ts';

/** Where a plain text or Markdown document may come from to be checked: what a person writes, not what VS Code shows. */
const writtenSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'tmp', 'memfs'];

/** The languages besides our own that the writer wants checked; unknown values are ignored. */
export function alsoChecked(): string[] {
  const languages = workspace.getConfiguration(section).get<unknown>('alsoCheck');
  if (!Array.isArray(languages)) return [];
  return ['plaintext', 'markdown'].filter((language) => languages.includes(language));
}

/** The documents that the server is told about. */
export function documentSelector(): { language: string; scheme?: string }[] {
  return [
    { language: languageId },
    ...alsoChecked().flatMap((language) => writtenSchemes.map((scheme) => ({ language, scheme }))),
  ];
}

/** Whether checking is switched on for this document. */
export function isEnabledFor(document: TextDocument): boolean {
  return workspace.getConfiguration(section, document).get<boolean>('enable', true);
}
