/** `npm run screenshots`: pictures for the README, taken of the real editor. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installFromCheckout } from './launcher/checkout.mjs';
import { extensionRoot, makeScratchFolder } from './launcher/paths.mjs';
import { openSession } from './launcher/session.mjs';
import { workbenchAddress } from './launcher/workbench.mjs';

const pictures = path.join(extensionRoot, 'docs/images');
const review = `MISSING CHILD - SUPERVISOR REVIEW

Grade: Medium
Last seen: 21:47 on 09/11/2025, Carr Lane, by staff

RATIONALE
Child does not understand her behaviour and engages in behaviour that is highly risky.
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
fs.writeFileSync(path.join(folder, 'missing-child.review.txt'), review);

const session = await openSession({ extensionsDir }, { timeoutSeconds: 120 });
const page = await session.openPage({ width: 1100, height: 560 });
await page.goto(workbenchAddress(session.port, folder));
await page.locator('.explorer-folders-view .monaco-list-row').first().dblclick();
const squiggle = page.locator('.squiggly-error').first();
await squiggle.waitFor({ state: 'attached' });
await page.keyboard.press('Control+b');
await picture('squiggles');

await over(squiggle);
const hover = page.locator('.monaco-hover:not(.hidden) .hover-row');
await hover.first().waitFor();
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
await session.end(0);

/** Moves the pointer on to an element that is decoration only, and so cannot be hovered by itself. */
async function over(element) {
  const { x, y, width, height } = await boxOf(element);
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
}

/** Where an element is; VS Code draws its decorations anew now and then, so it is asked for until it is there. */
async function boxOf(element) {
  for (;;) {
    await element.waitFor({ state: 'attached' });
    const box = await element.boundingBox();
    if (box) return box;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

async function clickOn(element) {
  await over(element);
  await page.mouse.down();
  await page.mouse.up();
}

/** Presses a key again until VS Code, still busy, has taken it. */
async function pressUntil(key, shown) {
  for (let tries = 0; tries < 10 && !(await shown.isVisible()); tries++) {
    await page.keyboard.press(key);
    await shown.waitFor({ timeout: 1500 }).catch(() => {});
  }
}

async function run(command) {
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await pressUntil('F1', input);
  await input.fill(`>${command}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
  await page.keyboard.press('Enter');
}

async function picture(name) {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
}
