/** Working VS Code's page by mouse and keyboard, as a writer does. */

/** @param {import('playwright-core').Page} page a workbench */
export function screen(page) {
  const quickInput = page.locator('.quick-input-widget input[type=text]').first();

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

  /** Runs a command by its title in the palette. */
  async function run(command) {
    await pressUntil('F1', quickInput);
    await quickInput.fill(`>${command}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
    await page.keyboard.press('Enter');
  }

  /** Opens a file from the explorer. */
  async function openFile(name) {
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await page.locator('.monaco-editor.focused').waitFor();
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  async function goTo(line, column = 1) {
    await pressUntil('Control+g', quickInput);
    await quickInput.fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await page.getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor();
  }

  return { over, clickOn, pressUntil, run, openFile, goTo };
}
