import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { rangeOf } from './diagnostic.ts';
import { workspaceEdit } from './edits.ts';
import { toTabStops } from './snippet.ts';

/**
 * The fix that puts in every missing field at once, in the form's order and the writer's layout; undefined when fewer than two are missing.
 */
export function addAllFields(
  document: TextDocument,
  { assessment }: Analysis,
  client: Pick<ClientFeatures, 'snippetEdits' | 'versionedEdits'>,
): CodeAction | undefined {
  if (!assessment?.addAll) return undefined;
  const { fields, edit } = assessment.addAll;
  if (fields < 2) return undefined;
  const range = rangeOf(edit, document);
  return {
    title: `Add all ${fields} missing fields`,
    kind: CodeActionKind.QuickFix,
    edit: workspaceEdit(
      document.uri,
      document.version,
      [
        client.snippetEdits
          ? { range, snippet: { kind: 'snippet', value: toTabStops(edit.text) } }
          : { range, newText: edit.text },
      ],
      client,
    ),
  };
}
