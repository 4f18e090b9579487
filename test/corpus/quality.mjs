/**
 * `npm run quality [-- FILE… [--list]]`: recall by category and difficulty, and false alarms, on the sentences of test/corpus.
 * dev-*.jsonl are what the rules are tuned on; unseen-*.jsonl are only measured on. Runs the built command line, as anybody else would.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const here = import.meta.dirname;
const list = process.argv.includes('--list');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const files = named.length > 0 ? named : readdirSync(here).filter((file) => file.endsWith('.jsonl')).map((file) => join(here, file));

for (const file of files) measure(file);

function measure(file) {
  const items = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const input = items.map(({ id, text }) => JSON.stringify({ id, text, kind: 'passage' })).join('\n');
  const { stdout, status } = spawnSync(process.execPath, [join(here, '../../dist/cli.js'), 'stream'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`stream ended with status ${status}`);
  const results = stdout.trim().split('\n').map((line) => JSON.parse(line).findings);
  const seen = items.map((item, i) => ({ ...item, findings: results[i] }));
  const words = (some) => some.reduce((n, { text }) => n + text.split(/\s+/).length, 0);
  const risky = seen.filter(({ label }) => label === 'risky');
  const clean = seen.filter(({ label }) => label === 'clean');
  const strong = ({ findings }) => findings.some(({ severity }) => severity !== 'information');
  const any = ({ findings }) => findings.length > 0;

  console.log(`\n${basename(file)}: ${risky.length} risky, ${clean.length} clean`);
  const rows = {};
  for (const category of [...new Set(risky.map((item) => item.category))].sort()) {
    const row = (rows[category] = {});
    for (const difficulty of ['fixed', 'variant', 'paraphrase']) row[difficulty] = share(risky.filter((i) => i.category === category && i.difficulty === difficulty), any);
    row.all = share(risky.filter((i) => i.category === category), any);
  }
  rows.all = {};
  for (const difficulty of ['fixed', 'variant', 'paraphrase']) rows.all[difficulty] = share(risky.filter((i) => i.difficulty === difficulty), any);
  rows.all.all = share(risky, any);
  console.table(rows);
  for (const difficulty of ['lookalike', 'ordinary']) {
    const some = clean.filter((item) => item.difficulty === difficulty);
    if (some.length > 0) console.log(`alarms on ${difficulty} sentences: ${share(some, strong)} warning or error, ${share(some, any)} with information`);
  }
  const alarms = clean.reduce((n, { findings }) => n + findings.filter(({ severity }) => severity !== 'information').length, 0);
  console.log(`false alarms (warning or error) per 1,000 words of clean text: ${((1000 * alarms) / words(clean)).toFixed(2)}`);
  if (!list) return;
  for (const { id, category, difficulty, text } of risky.filter((item) => !any(item))) console.log(`missed  ${id} ${category} ${difficulty}: ${text}`);
  for (const { id, text, findings } of clean.filter(any)) console.log(`alarm   ${id}: ${text}\n        ${findings.map((f) => `${f.severity} ${f.rule} “${f.quote}”`).join('; ')}`);
}

function share(items, test) {
  if (items.length === 0) return '–';
  const hits = items.filter(test).length;
  return `${hits}/${items.length} = ${((100 * hits) / items.length).toFixed(0)} %`;
}
