import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';

/**
 * Edits of one document, tied to its version where the client can check that.
 * Snippet edits may only be passed for a client that takes them.
 */
export function workspaceEdit(
  uri: string,
  version: number,
  edits: (TextEdit | SnippetTextEdit)[],
  client: Pick<ClientFeatures, 'versionedEdits'>,
): WorkspaceEdit {
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits as TextEdit[] } };
}

/** A replacement of `[start, end)` in UTF-16 offsets. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The same replacement without the text that stays at either end: cursors, marks and undo in the kept part survive.
 * @returns null when nothing would change
 */
export function minimal(text: string, { start, end, text: wanted }: Replacement): Replacement | null {
  const old = text.slice(start, end);
  if (old === wanted) return null;
  const shorter = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < shorter && old[head] === wanted[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  // Two characters beyond the basic plane may share half of their surrogate pair: never cut one in two.
  if (head > 0 && isLead(old.charCodeAt(head - 1))) head--;
  if (tail > 0 && isTrail(old.charCodeAt(old.length - tail))) tail--;
  return { start: start + head, end: end - tail, text: wanted.slice(head, wanted.length - tail) };
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
