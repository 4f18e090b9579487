import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createAnalyser } from '../analysis.ts';
import { builtinRulebook } from '../rulebook/builtin.ts';
import { CONNECTION_OPTIONS, startServer } from './server.ts';

declare const self: DedicatedWorkerGlobalScope;

const rulebook = builtinRulebook();
const connection = createConnection(
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  CONNECTION_OPTIONS,
);
startServer(connection, { analyser: createAnalyser(rulebook), rulebook });
