import { window } from 'vscode';
import { productName } from '../names.ts';
import type { Session } from '../session.ts';
import { pickForm } from './newReview.ts';

const RECOGNISE = '';

/** Lets the writer say what type of review the open document is, for as long as it is open. */
export async function chooseForm(session: Session, uri?: string, form?: string): Promise<void> {
  const of = typeof uri === 'string' ? uri : window.activeTextEditor?.document.uri.toString();
  if (of === undefined) return;
  const chosen =
    form ??
    (await pickForm(session, `${productName}: Choose the Type of Review`, [
      { id: RECOGNISE, label: 'Recognise it from the text', detail: 'As when nothing is chosen.' },
    ]));
  if (chosen === undefined) return;
  await session.request('supervisorReview/setForm', { uri: of, form: chosen === RECOGNISE ? null : chosen });
}
