/** Names that package.json, the server and the client share. */

/** Language id of a supervisor's review. */
export const languageId = 'supervisor-review';

/** Section of the settings, and id of the language client (it reads `<id>.trace.server`). */
export const section = 'supervisorReview';

/** The product's name as the writer sees it. */
export const productName = 'Supervisor Review';

/** Scheme of the pages that explain a rule, e.g. `supervisor-review:/rules/AG01.md`. */
export const rulePageScheme = 'supervisor-review';

/** What the server puts before `<rule>.md` in a finding's link. */
export const rulePageBase = `${rulePageScheme}:/rules/`;

/** Kind of the code action that applies every rewrite that is safe in place. */
export const fixAllKind = 'source.fixAll.supervisorReview';

/** Ids of the commands, as package.json contributes them. */
export const commandIds = {
  checkFile: `${section}.checkFile`,
  checkClipboard: `${section}.checkClipboard`,
  copyReviewText: `${section}.copyReviewText`,
  fixAll: `${section}.fixAll`,
  newReview: `${section}.newReview`,
  chooseForm: `${section}.chooseForm`,
  showFindings: `${section}.showFindings`,
  explainFinding: `${section}.explainFinding`,
  restartServer: `${section}.restartServer`,
  showLog: `${section}.showLog`,
} as const;
