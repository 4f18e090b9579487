import type { DocumentLink } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { currentReading } from './currentReading.ts';
import { rangeOf } from './diagnostic.ts';
import type { Session } from './session.ts';

/** The name of another review in the same folder. */
const REVIEW_FILE = /(?<![\w/\\.-])\w[\w.-]{0,80}?\.review(?:\.md|\.txt)?(?!\w|\.\w)/g;

/** Short names of public guidance that reviews cite, with the source that the rulebook knows them by. */
const GUIDANCE: readonly (readonly [RegExp, string])[] = [
  [/\bWorking Together(?: to Safeguard Children)?(?: 20\d\d)?\b/g, 'WT23'],
  [/\bAPP (?:on )?missing persons\b/gi, 'COP-MP-RISK'],
  [/\bAchieving Best Evidence\b/g, 'ABE'],
  [/\bVictims['’] Code\b/g, 'VCODE'],
  [/\bReport Remove\b/g, 'REP-REM'],
];

/** Answers `textDocument/documentLink`: other reviews of the folder, and guidance that is cited by name. A link is only followed when the writer clicks it. */
export function registerDocumentLinks(session: Session): void {
  session.connection.onDocumentLinks(async ({ textDocument: { uri } }, token) => {
    const current = await currentReading(session, uri, token);
    if (!current) return [];
    return linksOf(current.document, (tag) => session.rulebook.sources.get(tag)?.url ?? '');
  });
}

/**
 * The links of a document.
 * @param addressOf the address of a source, empty when it has none
 */
export function linksOf(document: TextDocument, addressOf: (tag: string) => string): DocumentLink[] {
  const text = document.getText();
  const links: DocumentLink[] = [];
  const folder = document.uri.slice(0, document.uri.lastIndexOf('/') + 1);
  // An untitled document lies in no folder.
  const others = folder === '' ? [] : text.matchAll(REVIEW_FILE);
  for (const { 0: name, index } of others) {
    links.push({
      range: rangeOf({ start: index, end: index + name.length }, document),
      target: folder + encodeURIComponent(name),
      tooltip: 'Open this review',
    });
  }
  for (const [pattern, tag] of GUIDANCE) {
    const target = addressOf(tag);
    if (target === '') continue;
    for (const { 0: name, index } of text.matchAll(pattern))
      links.push({
        range: rangeOf({ start: index, end: index + name.length }, document),
        target,
        tooltip: 'Open this guidance in the browser',
      });
  }
  return links;
}
