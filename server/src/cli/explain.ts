import type { Command } from 'commander';
import { builtinRulebook } from '../rulebook/builtin.ts';
import type { RuleInfo } from '../rulebook/rulebook.ts';
import { rulePage } from '../rulePage.ts';
import { FAILED } from './exitStatus.ts';
import { nearest } from './nearest.ts';
import { write } from './output.ts';

/** Adds `explain`: the page of one rule. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('print what a rule asks, why, what to write instead and who says so')
    .argument('<rule>', 'code or name, e.g. AG06 or engages-in-risky-behaviour')
    .action(run);
}

async function run(name: string): Promise<void> {
  const rulebook = builtinRulebook();
  const page = rulePage(name, rulebook);
  if (page !== null) return write(process.stdout, page);
  const rules = [...rulebook.rules.values()];
  const near = nearest(name, rules, ({ id, alias }) => [id, alias]);
  process.stderr.write(
    `There is no rule “${name}”.${near.length > 0 ? ` Near it:\n${near.map(row).join('')}` : '\n'}`,
  );
  process.exitCode = FAILED;
}

function row({ id, alias, title }: RuleInfo): string {
  return `  ${id}  ${alias}  ${title}\n`;
}
