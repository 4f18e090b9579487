import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Reads the rulebook's files into one plain object. Used by the bundler, the tests and the rule checker; the product itself carries the result.
 * @param {string} [folder] the rulebook's folder
 * @returns {import('../src/rulebook/source.ts').RulebookSource & { files: string[] }}
 * @throws {Error} naming file, line and column of the first thing that is not YAML
 */
export function readRulebook(folder = here) {
  const files = [];
  const yaml = (name) => {
    const path = join(folder, name);
    files.push(path);
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
    // A warning too: an unquoted `!x` in a list is a tag to YAML, and the word after it would be lost.
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem) {
      const { line, col } = lines.linePos(problem.pos[0]);
      throw new Error(`${name}:${line}:${col}: ${problem.message.split('\n')[0]}`);
    }
    return document.toJS();
  };
  const list = (name) => {
    const path = join(folder, name);
    files.push(path);
    return readFileSync(path, 'utf8')
      .split(/\s+/)
      .filter((word) => word && !word.startsWith('#'));
  };
  const lines = (name) => {
    const path = join(folder, name);
    files.push(path);
    return readFileSync(path, 'utf8').trim().split('\n');
  };
  const folderOf = (name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file) => yaml(`${name}/${file}`));
  return {
    packs: folderOf('wording'),
    forms: folderOf('forms'),
    fields: folderOf('fields'),
    facts: yaml('facts.yaml').facts,
    phrases: yaml('phrases.yaml').phrases,
    classes: yaml('classes.yaml'),
    grammar: yaml('grammar.yaml'),
    people: yaml('people.yaml'),
    abbreviations: yaml('abbreviations.yaml'),
    sources: yaml('sources.yaml'),
    forenames: list('lexicon/forenames.txt'),
    commonWords: list('lexicon/common-words.txt'),
    realWords: list('lexicon/real-words.txt'),
    verbs: list('lexicon/verbs.txt'),
    frequentWords: Object.fromEntries(
      lines('lexicon/frequent-words.txt').map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]),
    ),
    files,
  };
}

/** All examples are for the tests; a rule's page shows the first few. */
function withFewExamples(source) {
  const { files: _, ...data } = source;
  return {
    ...data,
    packs: data.packs.map((pack) => ({
      ...pack,
      rules: pack.rules.map((rule) => ({
        ...rule,
        catch: rule.catch?.slice(0, 2),
        leave: rule.leave?.slice(0, 2),
        fixes: rule.fixes?.filter((fix) => (fix.rewrite ?? 1) === 1).slice(0, 1),
      })),
    })),
    fields: data.fields.map((group) => ({
      ...group,
      fields: group.fields.map((field) => ({
        ...field,
        counts: field.counts.slice(0, 2),
        'does-not-count': field['does-not-count'].slice(0, 2),
        passing: [],
      })),
    })),
    facts: data.facts.map((fact) => ({ ...fact, true: [], false: [] })),
  };
}

/** A bundler plugin (esbuild) that serves `virtual:rulebook` as JSON. */
export function rulebookPlugin() {
  return {
    name: 'rulebook',
    setup(build) {
      build.onResolve({ filter: /^virtual:rulebook$/ }, () => ({ path: 'rulebook', namespace: 'rulebook' }));
      build.onLoad({ filter: /.*/, namespace: 'rulebook' }, () => {
        const source = readRulebook();
        return {
          contents: JSON.stringify(withFewExamples(source)),
          loader: 'json',
          watchFiles: source.files,
        };
      });
    },
  };
}
