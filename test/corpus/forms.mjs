/**
 * `npm run quality:forms [-- odd|even]`: how far the forms read whole reviews as their hand-written expectations (forms/NN.yaml) do. The odd ones are
 * tuned on, the even ones only measured on. Runs the core itself: what is asked shows only part of what was read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { readRulebook } from '../../server/rulebook/read.mjs';

const here = import.meta.dirname;
const core = join(here, '../../dist/core.mjs');
await build({
  stdin: {
    contents: "export * from './server/src/rulebook/compile.ts'; export * from './server/src/analysis.ts';",
    resolveDir: join(here, '../..'),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: core,
  logLevel: 'error',
});
const { compileRulebook, createAnalyser } = await import(pathToFileURL(core).href);
const analyser = createAnalyser(compileRulebook(readRulebook()));

for (const part of process.argv[2] ? [process.argv[2]] : ['odd', 'even']) measure(part);

function measure(part) {
  const sum = { reviews: 0, form: 0, found: 0, overlooked: 0, open: 0, passed: 0, right: 0, wrong: 0 };
  for (const file of readdirSync(join(here, 'reviews'))) {
    const number = /^(?:dev|unseen)-f(\d\d)-/.exec(file)?.[1];
    if (!number || (Number(number) % 2 === 1) !== (part === 'odd')) continue;
    const expected = parse(readFileSync(join(here, 'forms', `${number}.yaml`), 'utf8'));
    const text = readFileSync(join(here, 'reviews', file), 'utf8')
      .replace(/^# fictional.*\n/, '')
      .replace(/⟦[A-Z]+\|([^⟧]*)⟧/g, '$1');
    const { assessment, findings, form } = analyser.analyse({ text, kind: 'review' });
    const list = (name) => (expected[name] ?? []).filter(Boolean);
    const done = new Set(
      assessment.required.filter((r) => r.done).map(({ formField }) => formField.field.id),
    );
    sum.reviews++;
    if ([expected.form, ...list('also')].includes(form)) sum.form++;
    for (const id of list('answered')) sum[done.has(id) ? 'found' : 'overlooked']++;
    for (const id of [...list('thin'), ...list('absent')]) sum[done.has(id) ? 'passed' : 'open']++;
    const open = new Set([...list('thin'), ...list('absent'), ...list('optional')]);
    for (const { kind, rule, also } of findings)
      if (kind === 'missing') sum[[rule, ...also].some((id) => open.has(id)) ? 'right' : 'wrong']++;
  }
  const share = (a, b) => `${a}/${a + b} = ${Math.round((100 * a) / (a + b || 1))} %`;
  console.log(`\n${part} reviews: ${sum.reviews}, form recognised in ${sum.form}`);
  console.log(`answers found: ${share(sum.found, sum.overlooked)}`);
  console.log(`open fields seen as open: ${share(sum.open, sum.passed)}; of what is seen as open, open: ${share(sum.open, sum.overlooked)}`);
  console.log(`questions asked that are right: ${share(sum.right, sum.wrong)}`);
}
