/**
 * `npm run quality [-- FILE… [--list]]`: recall by category and difficulty, and false alarms, on the sentences and whole reviews of test/corpus.
 * dev-* are what the rules are tuned on; unseen-* are only measured on, and to be replaced once looked at. Runs the built command line, as
 * anybody else would. In a review every place that should be questioned is marked ⟦CATEGORY|words⟧; whatever is not marked counts as clean.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const here = import.meta.dirname;
const list = process.argv.includes('--list');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isReview = (file) => file.endsWith('.txt');
const files = named.length > 0 ? named : everything();

for (const file of files.filter((file) => !isReview(file))) measure(file);
for (const part of ['dev', 'unseen']) {
  const reviews = files.filter((file) => isReview(file) && basename(file).startsWith(part));
  if (reviews.length > 0) measureReviews(part, reviews);
}

function everything() {
  const sentences = readdirSync(here).filter((file) => file.endsWith('.jsonl'));
  const reviews = readdirSync(join(here, 'reviews')).map((file) => join('reviews', file));
  return [...sentences, ...reviews].map((file) => join(here, file));
}

/** The findings of `stream` for each record, in order. */
function findingsOf(records) {
  const { stdout, status } = spawnSync(process.execPath, [join(here, '../../dist/cli.js'), 'stream'], {
    input: records.map((record) => JSON.stringify(record)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`stream ended with status ${status}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).findings);
}

/** Whole reviews: how many of the marked places are found, and what is said of the rest. Absent content is another matter and not counted. */
function measureReviews(part, paths) {
  const reviews = paths.map((path) => ({ id: basename(path), ...unmark(readFileSync(path, 'utf8')) }));
  const found = findingsOf(reviews.map(({ id, text }) => ({ id, text, kind: 'review' })));
  const tally = { places: 0, met: 0, strong: 0, hints: 0, words: 0, excellent: 0, excellentStrong: 0, excellentHints: 0 };
  const lines = [];
  reviews.forEach(({ id, text, marks, excellent }, k) => {
    const findings = found[k].filter(({ kind }) => kind === 'wording');
    tally.words += text.split(/\s+/).length;
    for (const mark of marks) {
      tally.places++;
      if (findings.some((f) => f.start < mark.end && f.end > mark.start)) tally.met++;
      else lines.push(`missed  ${id} ${mark.category}: ${text.slice(mark.start, mark.end)}`);
    }
    const outside = findings.filter((f) => !marks.some((mark) => f.start < mark.end && f.end > mark.start));
    const strong = outside.filter(({ severity }) => severity !== 'information').length;
    tally.strong += strong;
    tally.hints += outside.length - strong;
    if (excellent) {
      tally.excellent++;
      tally.excellentStrong += strong;
      tally.excellentHints += outside.length - strong;
    }
    for (const f of outside) lines.push(`alarm   ${id}: ${f.severity} ${f.rule} “${f.quote}”`);
  });
  console.log(`\n${part} reviews: ${reviews.length}, ${tally.excellent} of them excellent, ${tally.words} words`);
  console.log(`marked places found: ${tally.met}/${tally.places} = ${((100 * tally.met) / tally.places).toFixed(0)} %`);
  console.log(
    `outside the marks: ${tally.strong} warnings or errors, ${tally.hints} hints (per 1,000 words ${((1000 * tally.strong) / tally.words).toFixed(2)} and ${((1000 * tally.hints) / tally.words).toFixed(2)})`,
  );
  console.log(`in the excellent ones: ${tally.excellentStrong} warnings or errors, ${tally.excellentHints} hints`);
  if (list) for (const line of lines) console.log(line);
}

/** Takes the marks out of a review. */
function unmark(source) {
  const [first, ...rest] = source.split('\n');
  const marks = [];
  let text = '';
  let from = 0;
  const body = rest.join('\n').trimStart();
  for (const { 0: whole, 1: category, 2: words, index } of body.matchAll(/⟦([A-Z]+)\|([^⟧]*)⟧/g)) {
    text += body.slice(from, index);
    marks.push({ category, start: text.length, end: text.length + words.length });
    text += words;
    from = index + whole.length;
  }
  return { text: text + body.slice(from), marks, excellent: first.includes('excellent') };
}

function measure(file) {
  const items = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const results = findingsOf(items.map(({ id, text }) => ({ id, text, kind: 'passage' })));
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
