import { createConnection } from 'vscode-languageserver/node';
import { createAnalyser } from '../analysis.ts';
import { builtinRulebook } from '../rulebook/builtin.ts';
import { CONNECTION_OPTIONS, startServer } from './server.ts';

/** Serves one client over standard input and output, whatever the process's arguments are. */
export function serveStdio(): void {
  const rulebook = builtinRulebook();
  const connection = createConnection(process.stdin, process.stdout, CONNECTION_OPTIONS);
  startServer(connection, { analyser: createAnalyser(rulebook), rulebook });
}
