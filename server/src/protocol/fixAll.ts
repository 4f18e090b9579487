import type { CodeAction, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../finding.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { rangeOf } from './diagnostic.ts';
import { minimal, type Replacement, workspaceEdit } from './edits.ts';

/** Kind of the action that applies every safe rewrite at once. */
export const FIX_ALL = 'source.fixAll.supervisorReview';

/**
 * One action that applies the plainest safe rewrite of every finding that has one.
 * @param document the version that the findings belong to
 * @returns null when there is nothing to do
 */
export function fixAll(
  document: TextDocument,
  findings: readonly Finding[],
  client: Pick<ClientFeatures, 'versionedEdits'>,
): CodeAction | null {
  const text = document.getText();
  const edits: TextEdit[] = [];
  for (const replacement of safeReplacements(findings)) {
    const edit = minimal(text, replacement);
    if (edit) edits.push({ range: rangeOf(edit, document), newText: edit.text });
  }
  if (edits.length === 0) return null;
  return {
    title: 'Fix all safe wording',
    kind: FIX_ALL,
    edit: workspaceEdit(document.uri, document.version, edits, client),
  };
}

/** Safe rewrites in order of position; of two that overlap the later is dropped, and found again once the text is mended. */
function safeReplacements(findings: readonly Finding[]): Replacement[] {
  const safe = findings
    .flatMap(({ rewrites }) => rewrites.find((rewrite) => rewrite.class === 'A') ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Replacement[] = [];
  for (const rewrite of safe) {
    const last = kept.at(-1);
    if (!last || rewrite.start > last.end || (rewrite.start === last.end && rewrite.end > rewrite.start)) {
      kept.push(rewrite);
    }
  }
  return kept;
}
