import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Analyser, createAnalyser, type DocumentKind, NOTHING_TO_READ } from '../analysis.ts';
import type { Severity } from '../finding.ts';
import { builtinRulebook } from '../rulebook/builtin.ts';
import { isEncoding } from './decode.ts';
import { CLEAN, FAILED, FOUND } from './exitStatus.ts';
import { type Input, readInputs } from './inputs.ts';
import { write } from './output.ts';
import { type Checked, jsonReporter, textReporter } from './report.ts';
import { palette, printable } from './terminal.ts';

interface Options {
  readonly format: 'text' | 'json';
  readonly failOn: Severity | 'never';
  readonly kind: DocumentKind;
  readonly encoding?: string;
  readonly preferences?: boolean;
  readonly color?: boolean;
}

/** Severities that fail the run, by the lowest that does. */
const FAILS_ON: Record<Options['failOn'], readonly Severity[]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  information: ['error', 'warning', 'information'],
  never: [],
};

/** Width where the terminal does not tell. */
const COLUMNS = 100;

/** Adds `check`: files in, findings for people or programs out. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('check reviews and print what deserves a second look')
    .description(
      'Check reviews and print what deserves a second look.\n\n' +
        'Exit status: 0 nothing to fail on, 1 findings (see --fail-on), 2 a file could not be checked.',
    )
    .argument(
      '<files...>',
      'files, folders (the *.review.md, *.review.txt and *.review in them), patterns, or - for standard input',
    )
    .addOption(
      new Option('--format <format>', 'output for people or for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that makes the exit status 1')
        .choices(Object.keys(FAILS_ON))
        .default('error'),
    )
    .addOption(
      new Option('--kind <kind>', 'a passage is checked for wording only')
        .choices(['review', 'passage'])
        .default('review'),
    )
    .option(
      '--encoding <name>',
      'encoding of files without a byte order mark, e.g. windows-1252 (default: utf-8)',
      encoding,
    )
    .option('--preferences', 'ask about words that are a matter of preference too')
    .option('--color', 'always colour the output')
    .option('--no-color', 'never colour the output')
    .action(run);
}

function encoding(name: string): string {
  if (isEncoding(name)) return name;
  throw new InvalidArgumentError('Unknown encoding.');
}

async function run(names: string[], options: Options): Promise<void> {
  const { stdout, stderr } = process;
  const reporter =
    options.format === 'json'
      ? jsonReporter()
      : textReporter(palette(options.color, stdout), stdout.columns ?? COLUMNS);
  const analyser = createAnalyser(builtinRulebook());
  const totals = { files: 0, error: 0, warning: 0, information: 0, failed: 0 };

  await write(stdout, reporter.begin());
  for await (const input of readInputs(names, options.encoding)) {
    const checked = check(input, options, analyser);
    if ('error' in checked) {
      totals.failed++;
      stderr.write(`${printable(checked.name)}: ${printable(checked.error)}\n`);
    } else {
      totals.files++;
      for (const { severity } of checked.analysis.findings) totals[severity]++;
    }
    await write(stdout, reporter.file(checked));
  }
  await write(stdout, reporter.end(totals));

  const found = FAILS_ON[options.failOn].some((severity) => totals[severity] > 0);
  process.exitCode = totals.failed > 0 ? FAILED : found ? FOUND : CLEAN;
}

function check(input: Input, { kind, preferences = false }: Options, analyser: Analyser): Checked {
  if ('error' in input) return input;
  const { name, text } = input;
  // An empty file is a review that nobody has begun: asking for all that it lacks would help no one.
  if (text.trim() === '') return { name, text, analysis: NOTHING_TO_READ };
  try {
    return { name, text, analysis: analyser.analyse({ text, kind, preferences }) };
  } catch (error) {
    return { name, error: `the analysis failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}
