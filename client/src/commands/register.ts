import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import { commandIds } from '../names.ts';
import type { Session } from '../session.ts';
import { checkClipboard } from './checkClipboard.ts';
import { checkFile } from './checkFile.ts';
import { chooseForm } from './chooseForm.ts';
import { copyReviewText } from './copyReviewText.ts';
import { explainFinding } from './explainFinding.ts';
import { fixAll } from './fixAll.ts';
import { newReview } from './newReview.ts';

/** Registers every command that package.json contributes. */
export function registerCommands(session: Session, log: LogOutputChannel): Disposable[] {
  const handlers: Record<keyof typeof commandIds, (...args: never[]) => unknown> = {
    checkFile,
    checkClipboard,
    copyReviewText,
    fixAll,
    newReview: (form?: string) => newReview(session, form),
    chooseForm: (uri?: string, form?: string) => chooseForm(session, uri, form),
    showFindings: () => commands.executeCommand('workbench.actions.view.problems'),
    explainFinding,
    restartServer: () => session.restart(),
    showLog: () => log.show(),
  };
  return Object.entries(handlers).map(([name, handler]) =>
    commands.registerCommand(commandIds[name as keyof typeof commandIds], handler),
  );
}
