import * as vscode from 'vscode';
import { equal } from './assert.ts';
import { closeEverything, extension, finding, open, riskySentence } from './helpers.ts';

suite('Activation', () => {
  teardown(closeEverything);

  test('does not happen for other languages', async () => {
    for (const language of ['plaintext', 'markdown', 'json']) {
      const document = await open(riskySentence, language);
      // Asking for symbols makes VS Code activate all that this language activates first.
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
      equal(extension().isActive, false, `active for ${language}`);
    }
  });

  test('happens when a review is opened', async () => {
    await finding(await open(riskySentence));
    equal(extension().isActive, true);
  });
});
