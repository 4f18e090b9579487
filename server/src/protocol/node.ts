import { createConnection } from 'vscode-languageserver/node';
import { createAnalyser } from '../analysis.ts';
import { builtinRulebook } from '../rulebook/builtin.ts';
import { CONNECTION_OPTIONS, startServer } from './server.ts';

// The library also knows `--socket`; this product opens no network connection, not even to its own machine.
if (process.argv.some((argument) => argument.startsWith('--socket'))) {
  process.stderr.write('Use --stdio, --node-ipc or --pipe; sockets are not offered.\n');
  process.exit(2);
}

const rulebook = builtinRulebook();
startServer(createConnection(CONNECTION_OPTIONS), { analyser: createAnalyser(rulebook), rulebook });
