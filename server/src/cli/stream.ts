import type { Command } from 'commander';
import { createAnalyser } from '../analysis.ts';
import { builtinRulebook } from '../rulebook/builtin.ts';
import { CLEAN, FOUND } from './exitStatus.ts';
import { streamRecords } from './streamRecords.ts';

const CONTRACT = `
in:   {"id": any, "text": string, "kind"?: "review" | "passage", "form"?: form id,
       "now"?: ISO local time, "history"?: [{"id", "text"}]}
out:  {"id", "form", "findings": [{"rule", "kind", "category", "severity", "message",
       "start", "end", "quote", "rewrites"}]}

start and end are UTF-16 offsets into text. A line that cannot be read gives
{"id": null, "line": N, "error": "…"} in its place; the rest goes on, and the exit
status is 1 at the end.`;

/** Adds `stream`: JSON records in, JSON records out, one per line and in the same order. */
export function addStream(program: Command): void {
  program
    .command('stream')
    .summary('check an archive: JSON records on standard input, one per line')
    .description(
      'Check an archive: one JSON record per line on standard input, one per line on standard output, in the same order.',
    )
    .addHelpText('after', CONTRACT)
    .action(async () => {
      const analyser = createAnalyser(builtinRulebook());
      const bad = await streamRecords(process.stdin, process.stdout, analyser);
      process.exitCode = bad > 0 ? FOUND : CLEAN;
    });
}
