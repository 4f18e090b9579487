import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/src/extension.ts';
import { ok } from './assert.ts';

/** A sentence that the rulebook always questions, and the rule that does. */
export const riskySentence = 'She engages in behaviour that is highly risky.';
export const riskyRule = 'AG06';

export function extension(): vscode.Extension<ExtensionApi> {
  const found = vscode.extensions.getExtension<ExtensionApi>('supervisor-review.supervisor-review');
  ok(found, 'the extension is not installed');
  return found;
}

/** Resolves once `isSo` holds: asked now, and after each event. The test's time limit is the only clock. */
export function until<Event>(event: vscode.Event<Event>, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const subscription = event(() => {
      try {
        if (!isSo()) return;
        resolve();
      } catch (error) {
        reject(error);
      }
      subscription.dispose();
    });
  });
}

/** Opens a new unsaved document in the editor. */
export async function open(content: string, language = 'supervisor-review'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a file into the workspace folder and opens it in the editor. */
export async function openFile(name: string, content: string): Promise<vscode.TextDocument> {
  const uri = workspaceFile(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

export function workspaceFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** The code of a finding: the rule's id. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** What VS Code shows of a rule in a document now. */
export function shown(document: vscode.TextDocument, rule = riskyRule): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => ruleOf(diagnostic) === rule);
}

/** Waits for the first finding of a rule. */
export async function finding(document: vscode.TextDocument, rule = riskyRule): Promise<vscode.Diagnostic> {
  await until(vscode.languages.onDidChangeDiagnostics, () => shown(document, rule).length > 0);
  const [first] = shown(document, rule);
  ok(first, `${rule} has gone again`);
  return first;
}

/** Waits until a document has no diagnostics of ours at all. */
export function noFindings(document: vscode.TextDocument): Promise<void> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => vscode.languages.getDiagnostics(document.uri).length === 0,
  );
}

/** The quick fixes offered for a finding. */
export function quickFixes(document: vscode.TextDocument, { range }: vscode.Diagnostic) {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

export function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`supervisorReview.${command}`, ...args);
}

/** Changes a setting of ours; undefined restores the default. */
export function setSetting(name: string, value: unknown): Thenable<void> {
  return vscode.workspace
    .getConfiguration('supervisorReview')
    .update(name, value, vscode.ConfigurationTarget.Global);
}

/** Closes every editor without saving. */
export async function closeEverything(): Promise<void> {
  for (const tab of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
    if (tab.isDirty && tab.input instanceof vscode.TabInputText) {
      await vscode.window.showTextDocument(tab.input.uri);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap((group) => group.tabs));
}
