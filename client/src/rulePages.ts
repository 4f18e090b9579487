import { type Disposable, type Uri, workspace } from 'vscode';
import { rulePageScheme } from './names.ts';
import type { Session } from './session.ts';

/** Serves the page of a rule as a read-only Markdown document; package.json has the preview open it. */
export function registerRulePages(session: Session): Disposable {
  return workspace.registerTextDocumentContentProvider(rulePageScheme, {
    async provideTextDocumentContent(uri) {
      const rule = ruleOf(uri);
      const page = await session.request<{ markdown: string } | null>('supervisorReview/rulePage', { rule });
      return page?.markdown ?? `# ${rule}\n\nThere is no page for this rule.\n`;
    },
  });
}

/** `AG01` for `supervisor-review:/rules/AG01.md`. */
function ruleOf(uri: Uri): string {
  return /([^/]+?)(?:\.md)?$/.exec(uri.path)?.[1] ?? uri.path;
}
