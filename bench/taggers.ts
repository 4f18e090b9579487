/**
 * `npm run bench:taggers`: would a part-of-speech tagger make fewer errors? Every finding whose rule names a head verb is kept only where the
 * tagger, too, takes that word for a verb; what that does to recall, to false alarms and to the time a sentence takes is printed beside the
 * product without it. On the sentences that the rules are tuned on, so the part measured only stays unread.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { castOf, readPeople } from '../server/src/people/cast.ts';
import { Discourse } from '../server/src/people/discourse.ts';
import { Sentence } from '../server/src/people/sentence.ts';
import { builtinRulebook } from '../server/src/rulebook/builtin.ts';
import { findQuotations } from '../server/src/text/quotations.ts';
import { splitSentences } from '../server/src/text/sentences.ts';
import { tokenise } from '../server/src/text/tokens.ts';
import type { BlockContext } from '../server/src/wording/candidate.ts';
import { candidatesIn } from '../server/src/wording/find.ts';
import { judge } from '../server/src/wording/guards/index.ts';
import { Matcher } from '../server/src/wording/pattern/matcher.ts';
import { corpusFolder, peersFolder } from './paths.ts';
import { installPeers } from './peers.ts';
import { table } from './table.ts';

interface Tagger {
  readonly name: string;
  /** UTF-16 offsets at which verbs start. */
  readonly verbsOf: (text: string) => ReadonlySet<number>;
}

interface Item {
  readonly text: string;
  readonly label: 'risky' | 'clean';
}

const rulebook = builtinRulebook();

/** Offsets of the head verbs of all findings of a passage; -1 for a finding whose rule names none. */
function headsOf(text: string): number[] {
  const tokens = tokenise(text, 0, text.length, rulebook.vocabulary);
  const cast = castOf([readPeople(tokens, rulebook.people, undefined)]);
  const sentences = splitSentences(text, tokens).map(
    ({ from, to }) => new Sentence(tokens, from, to, cast, rulebook.people),
  );
  const discourse = new Discourse(sentences, [], cast, 'child');
  const block: BlockContext = {
    text,
    kind: 'paragraph',
    label: undefined,
    labelEnd: 0,
    defaultRole: 'child',
    isReview: false,
    preferences: false,
    tokens,
    sentences,
    quotations: findQuotations(text, 0, text.length),
    discourse,
    grammar: rulebook.wording.grammar,
    matcherOf: (sentence) => new Matcher(sentence, discourse),
    reread: () => block,
  };
  return sentences.flatMap((sentence, k) =>
    candidatesIn(block, sentence, k, rulebook.wording)
      .filter((candidate) => judge(candidate) !== 'silence')
      .map(({ match }) => (match.head < 0 ? -1 : (tokens.starts[match.head] as number))),
  );
}

function corpus(): Item[] {
  return readdirSync(corpusFolder)
    .filter((file) => /^dev-.*\.jsonl$/.test(file))
    .flatMap((file) => readFileSync(join(corpusFolder, file), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Item);
}

async function main(): Promise<void> {
  installPeers();
  const { taggers }: { taggers(): Tagger[] } = await import(
    pathToFileURL(join(peersFolder, 'taggers.mjs')).href
  );
  const items = corpus();
  const everyVerb: Tagger = { name: 'none: rules and subject alone', verbsOf: () => new Set() };
  headsOf(items[0]?.text ?? '');
  const started = performance.now();
  const heads = items.map(({ text }) => headsOf(text));
  const own = (performance.now() - started) / items.length;

  const rows = [everyVerb, ...taggers()].map((tagger) => {
    tagger.verbsOf(items[0]?.text ?? '');
    const from = performance.now();
    const verbs = items.map(({ text }) => tagger.verbsOf(text));
    const cost = (performance.now() - from) / items.length;
    const found = (label: Item['label']) => {
      const some = items.flatMap((item, k) => (item.label === label ? [k] : []));
      const hits = some.filter((k) =>
        heads[k]?.some((head) => head < 0 || tagger === everyVerb || verbs[k]?.has(head)),
      );
      return `${hits.length}/${some.length} = ${((100 * hits.length) / some.length).toFixed(1)} %`;
    };
    return [
      tagger.name,
      found('risky'),
      found('clean'),
      tagger === everyVerb ? '–' : `+${(cost / own).toFixed(1)} times`,
    ];
  });
  process.stdout.write(
    `${table([['tagger', 'risky sentences found', 'clean sentences alarmed', 'time, beside all the rest of the analysis'], ...rows])}\n`,
  );
}

await main();
