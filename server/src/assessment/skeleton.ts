import type { CompiledForm, FormBook } from './form.ts';
import { skeletonOf } from './insertion.ts';

/**
 * A new review of this form as Markdown: a title, the fields that are always needed, in the form's order under the names of their groups, and blanks in
 * square brackets where the writer's answers go. It holds no facts.
 */
export function skeletonReview(form: CompiledForm, book: FormBook): string {
  const always = { fact: () => undefined, answered: () => false };
  const lines: string[] = [`# ${form.title}`, ''];
  let group: string | undefined;
  for (const { field, need } of form.fields) {
    const severity = need.severity(always);
    if (severity === undefined || severity === 'information') continue;
    if (field.group !== group) {
      const { title, question } = book.groups.find(({ id }) => id === field.group) ?? {};
      if (question !== undefined && title !== undefined) lines.push('', `## ${title}`, '');
      else if (group !== undefined) lines.push('');
      group = field.group;
    }
    const { label, text } = skeletonOf(field);
    lines.push(`${label}: ${text}`);
  }
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
