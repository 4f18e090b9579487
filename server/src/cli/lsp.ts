import type { Command } from 'commander';

/** Adds `lsp`: the language server over standard input and output, for any editor. */
export function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('run the language server over standard input and output, for any editor')
    .option('--stdio', 'accepted, as many editors pass it; there is no other way')
    .action(async () => {
      const { serveStdio } = await import('../protocol/stdio.ts');
      serveStdio();
    });
}
