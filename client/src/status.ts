import {
  type Command,
  type Disposable,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { findingsIn } from './findings.ts';
import { commandIds, languageId, productName, section } from './names.ts';
import type { ServerState, Session } from './session.ts';
import { documentSelector, isEnabledFor } from './settings.ts';

/** What the language status item says. */
export interface Status {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly busy: boolean;
  readonly command?: Command;
}

/** Says in the language status item whether the active document is checked, and if not, why. */
export class StatusItem implements Disposable {
  private readonly item = languages.createLanguageStatusItem(`${section}.status`, [
    { language: languageId },
    { language: 'plaintext' },
    { language: 'markdown' },
  ]);
  private readonly subscriptions: Disposable[];

  constructor(private readonly session: Session) {
    this.item.name = productName;
    const update = () => this.update();
    this.subscriptions = [
      this.item,
      session.onDidChangeState(update),
      window.onDidChangeActiveTextEditor(update),
      languages.onDidChangeDiagnostics(update),
      workspace.onDidOpenTextDocument(update),
      workspace.onDidChangeConfiguration(update),
    ];
    this.update();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** What the item says of a document now. */
  statusOf(document: TextDocument): Status {
    return describe(document, this.session.state);
  }

  private update(): void {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const { text, detail, severity, busy, command } = this.statusOf(document);
    Object.assign(this.item, { text, detail, severity, busy, command });
  }
}

function describe(document: TextDocument, server: ServerState): Status {
  const information = { severity: LanguageStatusSeverity.Information, busy: false };
  if (languages.match(documentSelector(), document) === 0) {
    return {
      ...information,
      text: 'Off: this file is not checked',
      detail: `${productName} checks files that are reviews`,
      command: { command: commandIds.checkFile, title: 'Check This File' },
    };
  }
  if (!isEnabledFor(document)) {
    return {
      ...information,
      text: 'Off: switched off in the settings',
      detail: productName,
      command: {
        command: 'workbench.action.openSettings',
        title: 'Open Setting',
        arguments: [`${section}.enable`],
      },
    };
  }
  if (server === 'starting') return { ...information, text: 'Starting', detail: productName, busy: true };
  if (server === 'stopped') {
    return {
      text: 'Off: the language server has stopped',
      detail: productName,
      severity: LanguageStatusSeverity.Error,
      busy: false,
      command: { command: commandIds.restartServer, title: 'Restart Language Server' },
    };
  }
  return {
    ...information,
    text: `On: ${countFindings(document)}`,
    detail: productName,
    command: { command: 'workbench.actions.view.problems', title: 'Show Findings' },
  };
}

/** "3 wording, 1 missing", or that nothing was found. */
function countFindings(document: TextDocument): string {
  const counts = new Map<string, number>();
  for (const finding of findingsIn(document)) {
    const kind = kindOf(finding);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (counts.size === 0) return 'no findings';
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

/** The kind that the server names in the finding's data. */
function kindOf(finding: object): string {
  const kind = (finding as { data?: { kind?: unknown } }).data?.kind;
  return typeof kind === 'string' ? kind : 'wording';
}
