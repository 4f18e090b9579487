import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { addAllFields } from './addAllFields.ts';
import { isFindingData } from './diagnostic.ts';
import { FIX_ALL, fixAll } from './fixAll.ts';
import { quickFixes } from './quickFixes.ts';
import type { Session } from './session.ts';

/** Answers `textDocument/codeAction`. */
export function registerCodeActions({ connection, client, documents, reports, settings }: Session): void {
  connection.onCodeAction(async ({ textDocument: { uri }, context }, token) => {
    const actions: CodeAction[] = [];
    const asked = isWanted(FIX_ALL, context.only) ? await settings.of(uri) : undefined;
    const document = documents.get(uri);
    if (!document || token.isCancellationRequested) return actions;
    if (isWanted(CodeActionKind.QuickFix, context.only)) {
      actions.push(...quickFixes(uri, document.version, context.diagnostics, client));
      if (context.diagnostics.some(({ data }) => isFindingData(data) && data.kind === 'missing')) {
        const report = reports.of(document, await settings.of(uri));
        const all = report.version === document.version && addAllFields(document, report.analysis, client);
        if (all) actions.push(all);
      }
    }
    if (asked?.enabled) {
      const report = reports.of(document, asked);
      const action = report.version === document.version && fixAll(document, report.findings, client);
      if (action) actions.push(action);
    }
    return actions;
  });
}

/** Whether actions of this kind were asked for: `source` asks for `source.fixAll` too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
