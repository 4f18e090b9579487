import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver';
import type { FindingKind } from '../finding.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { type FindingData, isFindingData, type RewriteData } from './diagnostic.ts';
import { workspaceEdit } from './edits.ts';
import { toQuestion, toSnippet, toTabStops } from './snippet.ts';

/** Longest new text, in UTF-16 units, that a title shows whole. */
const TITLE_TEXT = 80;

/**
 * One quick fix for each rewrite that the diagnostics carry. A pure function of their data.
 * @param uri the document
 * @param version its version now; rewrites made for another version are left out, as their ranges may be wrong
 * @param diagnostics as the client sends them back
 */
export function quickFixes(
  uri: string,
  version: number,
  diagnostics: readonly Diagnostic[],
  client: Pick<ClientFeatures, 'snippetEdits' | 'versionedEdits'>,
): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const data: unknown = diagnostic.data;
    if (!isFindingData(data) || data.version !== version) return [];
    const safe = data.rewrites.filter((rewrite) => rewrite.class === 'A');
    return data.rewrites.map((rewrite) => {
      const range = rewrite.range ?? diagnostic.range;
      return {
        title: rewrite.title ?? title(rewrite, range),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        ...(safe.length === 1 && safe[0] === rewrite && { isPreferred: true }),
        edit: workspaceEdit(uri, data.version, [toEdit(rewrite, range, data.kind, client)], client),
      };
    });
  });
}

function toEdit(
  { class: kind, text }: FindingData['rewrites'][number],
  range: Range,
  finding: FindingKind,
  client: Pick<ClientFeatures, 'snippetEdits'>,
): TextEdit | SnippetTextEdit {
  if (kind === 'A' || !client.snippetEdits) return { range, newText: text };
  const snippet = finding === 'missing' ? toTabStops : kind === 'Q' ? toQuestion : toSnippet;
  return { range, snippet: { kind: 'snippet', value: snippet(text) } };
}

function title({ class: kind, text }: RewriteData, { start, end }: Range): string {
  const shown = text.replace(/\s+/g, ' ').trim();
  if (kind === 'Q') return `Ask in the text: ${shown}`;
  if (shown === '') return 'Remove these words';
  const cut = shown.length > TITLE_TEXT ? `${[...shown].slice(0, TITLE_TEXT).join('')}…` : shown;
  const inserts = start.line === end.line && start.character === end.character;
  const verb = inserts ? 'Add' : kind === 'A' ? 'Change to' : 'Rewrite as';
  return `${verb} “${cut}”`;
}
