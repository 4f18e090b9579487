import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { addCheck } from './check.ts';
import { CLEAN, FAILED } from './exitStatus.ts';
import { addExplain } from './explain.ts';
import { addLsp } from './lsp.ts';
import { quietOnClosedPipe } from './output.ts';
import { addStream } from './stream.ts';

const program = new Command('supervisor-review')
  .description(
    "Checks supervisors' reviews of missing-child and child-exploitation cases.\nEverything stays on this machine.",
  )
  .version(VERSION, '--version', 'print the version')
  .helpOption('--help', 'show help')
  .helpCommand(false)
  .showHelpAfterError('(--help shows what there is)')
  .exitOverride();

for (const stream of [process.stdout, process.stderr]) quietOnClosedPipe(stream);
// Subcommands take over the settings above, so they are added last.
for (const add of [addCheck, addStream, addLsp, addExplain]) add(program);

program.parseAsync().catch((error: unknown) => {
  // Commander has already said what was wrong with the call; anything else is a fault of ours, so all of it is shown.
  if (!(error instanceof CommanderError)) console.error(error);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? CLEAN : FAILED;
});
