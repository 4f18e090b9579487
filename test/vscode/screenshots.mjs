/** `npm run screenshots`: pictures for the README and the walkthrough, taken of the real editor. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installFromCheckout } from './launcher/checkout.mjs';
import { extensionRoot, makeScratchFolder } from './launcher/paths.mjs';
import { openSession } from './launcher/session.mjs';
import { workbenchAddress } from './launcher/workbench.mjs';
import { screen } from './screen.mjs';

const pictures = path.join(extensionRoot, 'docs/images');
/** A review with blaming words in it. */
const wording = `MISSING CHILD - SUPERVISOR REVIEW

Grade: Medium
Last seen: 21:47 on 09/11/2025, Carr Lane, by staff

RATIONALE
Child does not understand her behaviour and engages in behaviour that is highly risky.
`;
/** A review that leaves much open. */
const unfinished = `# Missing child: initial review

PS 4417 Hallam, 09/11/2025. Tamsin Orrell, DOB 04/02/2010, see tamsin-march.review.md.

## Risk

Risk grade: Standard
Rationale: because she is 15, it is 3c and dark, and she has no coat.
Last seen: 2030hrs in her room by Jo Penn

## Log

09/11/2025 2118hrs reported missing by staff
2145hrs home searched, no trace
0256hrs still missing, hospital checks negative
`;

if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: extensionRoot, stdio: 'inherit' }).status !== 0)
  process.exit(1);
fs.mkdirSync(pictures, { recursive: true });
const scratch = makeScratchFolder();
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));
const extensionsDir = path.join(scratch, 'extensions');
installFromCheckout(extensionsDir);
const folder = path.join(scratch, 'reviews');
fs.mkdirSync(folder);
fs.writeFileSync(path.join(folder, 'missing-child.review.txt'), wording);
fs.writeFileSync(path.join(folder, 'tamsin.review.md'), unfinished);
fs.writeFileSync(
  path.join(folder, 'jude.review.md'),
  `# Missing child: initial review

Description: 5ft 3, slim, brown hair, grey hoodie, black leggings, white trainers
Photograph: obtained from staff, taken 02/11/2025, circulated to patrols
`,
);

const session = await openSession({ extensionsDir }, { timeoutSeconds: 240 });
const page = await session.openPage({ width: 1100, height: 560 });
const { over, clickOn, pressUntil, run, openFile, goTo } = screen(page);
await page.goto(workbenchAddress(session.port, folder));
await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();

await wordingHelp();
await writingHelp();
await session.end(0);

/** What the writer sees of a finding about wording. */
async function wordingHelp() {
  await openFile('missing-child.review.txt');
  const squiggle = page.locator('.squiggly-error').first();
  await squiggle.waitFor({ state: 'attached' });
  await page.keyboard.press('Control+b');
  await picture('squiggles');

  await over(squiggle);
  await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
  await picture('hover');
  await page.keyboard.press('Escape');

  await clickOn(squiggle);
  await pressUntil('Control+.', page.locator('.action-widget .monaco-list-row').first());
  await picture('quick-fix');
  await page.keyboard.press('Escape');

  await run('Supervisor Review: Explain This Finding');
  await page
    .locator('.tab', { hasText: /[A-Z]{2}\d+\.md/ })
    .first()
    .waitFor();
  await page.frameLocator('iframe.webview').frameLocator('iframe').locator('h1').first().waitFor();
  await picture('rule-page');
  await run('View: Close All Editors');
  await page.keyboard.press('Control+b');
}

/** What helps the writer to write a whole review. */
async function writingHelp() {
  const suggestion = page.locator('.suggest-widget.visible .monaco-list-row').first();
  const titleLine = page.locator('.codelens-decoration').first();
  const fixes = page.locator('.action-widget .monaco-list-row');

  await openFile('jude.review.md');
  await titleLine.waitFor();
  await goTo(3, 3);
  await run('Show or Focus Hover');
  await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
  await picture('label-hover');
  await page.keyboard.press('Escape');

  await openFile('tamsin.review.md');
  await run('Explorer: Focus on Outline View');
  await page.locator('.outline-pane .monaco-list-row', { hasText: 'Last seen' }).waitFor();
  await page.locator('.view-line', { hasText: 'aged' }).waitFor();
  await run('View: Focus Active Editor Group');
  await goTo(10);
  await titleLine.waitFor();
  await picture('outline');
  await page.keyboard.press('Control+b');

  await goTo(10);
  await pressUntil('Control+Space', suggestion);
  await page
    .locator('.suggest-details')
    .waitFor({ timeout: 1500 })
    .catch(() => page.keyboard.press('Control+Space'));
  await page.locator('.suggest-details').waitFor();
  await picture('complete-field');
  await page.keyboard.press('Escape');

  await goTo(7, 13);
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await pressUntil('Control+Space', suggestion);
  await picture('complete-value');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');

  await goTo(11);
  const logLine = page.locator('.view-line', { hasText: '2145hrs' });
  await page.keyboard.press('Control+Shift+BracketLeft');
  await logLine.waitFor({ state: 'detached' });
  await goTo(9, 20);
  await page.locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: 'Last seen' }).waitFor();
  await picture('folding');
  await run('Unfold All');

  await goTo(1, 3);
  await pressUntil('Control+.', fixes.first());
  await fixes.filter({ hasText: 'missing fields' }).first().waitFor();
  await picture('missing-field');
  await clickOn(fixes.filter({ hasText: 'missing fields' }).first());
  await page.locator('.snippet-placeholder').first().waitFor({ state: 'attached' });
  await picture('all-fields');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');

  await run('Supervisor Review: New Review…');
  const forms = page.locator('.quick-input-list .monaco-list-row');
  await forms.first().waitFor();
  await picture('choose-review');
  await page.keyboard.press('Enter');
  await page.locator('.snippet-placeholder').first().waitFor({ state: 'attached' });
  await titleLine.waitFor();
  await picture('new-review');
}

async function picture(name) {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
}
