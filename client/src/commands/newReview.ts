import { type QuickPickItem, SnippetString, window, workspace } from 'vscode';
import { languageId, productName } from '../names.ts';
import type { Session } from '../session.ts';

interface FormItem extends QuickPickItem {
  readonly id: string;
}

/**
 * Lets the writer choose a type of review.
 * @returns its id; undefined when nothing was chosen, or the server does not answer
 */
export async function pickForm(
  session: Session,
  title: string,
  more: readonly FormItem[] = [],
): Promise<string | undefined> {
  const answer = await session.request<{ forms: { id: string; title: string; description: string }[] }>(
    'supervisorReview/forms',
    {},
  );
  if (!answer) return undefined;
  const items: FormItem[] = [
    ...more,
    ...answer.forms.map(({ id, title: label, description }) => ({ id, label, detail: description })),
  ];
  const picked = await window.showQuickPick(items, { title, matchOnDetail: true });
  return picked?.id;
}

/** Opens a new review of a type that the writer chooses, with a tab stop wherever an answer goes. */
export async function newReview(session: Session, form?: string): Promise<void> {
  const chosen = typeof form === 'string' ? form : await pickForm(session, `${productName}: New Review`);
  if (chosen === undefined) return;
  const answer = await session.request<{ snippet: string } | null>('supervisorReview/newReview', {
    form: chosen,
  });
  if (!answer) return;
  const document = await workspace.openTextDocument({ language: languageId, content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(answer.snippet));
}
