import { type Assessment, assess } from './assessment/assessment.ts';
import { type Observations, observe } from './assessment/observe.ts';
import { type Finding, movedBy } from './finding.ts';
import { type Cast, castOf, changedNames, type PeopleFacts, readPeople } from './people/cast.ts';
import { agesOfChild } from './people/childAges.ts';
import { defaultRoleOf } from './people/defaultRole.ts';
import { type Antecedent, Discourse } from './people/discourse.ts';
import type { Role } from './people/role.ts';
import { Sentence } from './people/sentence.ts';
import type { Block, Layout } from './review/block.ts';
import { readLayout } from './review/layout.ts';
import type { Rulebook } from './rulebook/rulebook.ts';
import { findQuotations } from './text/quotations.ts';
import { splitSentences } from './text/sentences.ts';
import { type Tokens, tokenise } from './text/tokens.ts';
import { Shape, WordKind } from './text/word.ts';
import type { BlockContext } from './wording/candidate.ts';
import { findWording } from './wording/find.ts';
import { Matcher } from './wording/pattern/matcher.ts';
import type { RuleIndex } from './wording/rules.ts';

/** A review has headings, fields and required content; a passage is checked for wording only. */
export type DocumentKind = 'review' | 'passage';

/** What to analyse. The core knows no files and no clock: everything it may use is here. */
export interface AnalysisRequest {
  readonly text: string;
  readonly kind: DocumentKind;
  /** Form id; recognised from the text when absent. */
  readonly form?: string;
  /** Whether rules that are a matter of preference, and prompts of good practice, speak too; off when absent. */
  readonly preferences?: boolean;
  /** Questions about missing content at most; 12 when absent. */
  readonly missingLimit?: number;
}

/** The result for one text: findings ordered by `start`. */
export interface Analysis {
  /** Id of the form the review was held against, or null when none applies. */
  readonly form: string | null;
  readonly findings: readonly Finding[];
  /** How the text is cut into headings, fields, entries. */
  readonly layout: Layout;
  /** The review held against its forms; null for a passage. */
  readonly assessment: Assessment | null;
}

/** The analysis of a text in which there is nothing to read. */
export const NOTHING_TO_READ: Analysis = {
  form: null,
  findings: [],
  layout: { blocks: [], headings: [], entries: [], frontMatter: undefined },
  assessment: null,
};

/** The one door into the core. An analyser keeps what it has read of unchanged paragraphs between calls. */
export interface Analyser {
  analyse(request: AnalysisRequest): Analysis;
}

/** Paragraphs remembered; beyond it the memory starts afresh, so an archive of any size stays within it. */
const MEMORY = 20_000;

/** Results kept for one paragraph in different surroundings. */
const SURROUNDINGS = 16;

/** A paragraph as read once: everything that depends on its own text alone, and what was found in it in the surroundings met so far. */
interface Reading {
  readonly id: number;
  readonly text: string;
  readonly tokens: Tokens;
  readonly people: PeopleFacts;
  /** Its words with a capital, lower case: whatever the cast may know. */
  readonly capitals: readonly string[];
  readonly wording: Map<string, readonly Finding[]>;
  readonly observed: Map<string, Observations>;
  /** A word of some wording rule occurs; without one there is nothing to look for. */
  readonly hasTrigger: boolean;
  /** A word that some field, fact or form is known by. */
  readonly hasTopic: boolean;
  /** The part of the cast that this paragraph speaks of, for the cast it was last asked about. */
  castKey: { readonly cast: Cast; readonly key: string } | undefined;
  /** The last answer and its surroundings: an unchanged paragraph of an unchanged cast costs a few comparisons. */
  last:
    | {
        readonly cast: Cast;
        readonly previous: Reading | undefined;
        readonly kind: Block['kind'];
        readonly role: Role;
        readonly isReview: boolean;
        readonly preferences: boolean;
        readonly findings: readonly Finding[];
      }
    | undefined;
  lastObserved:
    | {
        readonly cast: Cast;
        readonly kind: Block['kind'];
        readonly role: Role;
        readonly observations: Observations;
      }
    | undefined;
  /** Two paragraphs with the same key say the same of people. */
  readonly peopleKey: string;
}

/**
 * Makes an analyser over a compiled rulebook.
 * @param rulebook the compiled rules, forms and sources
 */
export function createAnalyser(rulebook: Rulebook): Analyser {
  const readings = new Map<string, Reading>();
  let nextId = 0;
  let lastCast: Cast | undefined;
  let lastKeys: readonly string[] = [];
  /** What the newest cast changed. */
  let change: { readonly from: Cast; readonly names: ReadonlySet<string> | undefined } | undefined;

  /** The cast a paragraph was read with is this one, or the one before it and the paragraph names nobody of whom they differ. */
  function readsAlike(read: Cast, cast: Cast, reading: Reading, previous: Reading | undefined): boolean {
    if (read === cast) return true;
    if (cast !== lastCast || read !== change?.from || !change.names) return false;
    const { names } = change;
    return (
      !reading.capitals.some((name) => names.has(name)) && !previous?.capitals.some((name) => names.has(name))
    );
  }

  /** The cast of a document. Where no paragraph says anything new of people it is the same object as last time, so that comparing two is cheap. */
  function castOfAll(all: readonly Reading[]): Cast {
    const speaking = all.filter((r) => r.peopleKey !== '');
    if (
      lastCast &&
      speaking.length === lastKeys.length &&
      speaking.every((r, i) => r.peopleKey === lastKeys[i])
    )
      return lastCast;
    const cast = castOf(speaking.map((r) => r.people));
    lastKeys = speaking.map((r) => r.peopleKey);
    if (lastCast?.fingerprint !== cast.fingerprint) {
      change = lastCast && { from: lastCast, names: changedNames(lastCast, cast) };
      lastCast = cast;
    }
    return lastCast as Cast;
  }

  function read(text: string, label: string | undefined, labelLength: number): Reading {
    const key = label === undefined ? text : `${label}\u0000${labelLength}\u0000${text}`;
    const known = readings.get(key);
    if (known) return known;
    const tokens = tokenise(text, 0, text.length, rulebook.vocabulary);
    const people = readPeople(tokens, rulebook.people, label?.toLowerCase(), labelLength);
    const made: Reading = {
      id: nextId++,
      text,
      tokens,
      people,
      capitals: [
        ...new Set(
          tokens.words.filter((w) => w.kind === WordKind.Word && w.shape !== Shape.Lower).map((w) => w.lower),
        ),
      ],
      wording: new Map(),
      observed: new Map(),
      hasTrigger: hasWord(tokens, rulebook.wording),
      hasTopic: hasWord(tokens, rulebook.topics),
      castKey: undefined,
      last: undefined,
      lastObserved: undefined,
      peopleKey: peopleKeyOf(people),
    };
    if (readings.size >= MEMORY) readings.clear();
    readings.set(key, made);
    return made;
  }

  /** What the cast says of the people this paragraph names; all that its findings can depend on. */
  function castKey(reading: Reading, cast: Cast): string {
    if (reading.castKey?.cast === cast) return reading.castKey.key;
    const names = reading.capitals
      .filter((name) => cast.roleOf(name) !== undefined)
      .map((name) => `${name}=${cast.roleOf(name)}${cast.ageOf(name) ?? ''}${cast.genderOf(name) ?? ''}`);
    const key = `${names.join(',')}|${cast.childGender ?? ''}${cast.bothGenders}${cast.ageOfPronoun('female') ?? ''}/${cast.ageOfPronoun('male') ?? ''}`;
    reading.castKey = { cast, key };
    return key;
  }

  function remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (memory.size >= SURROUNDINGS) memory.clear();
    memory.set(key, made);
    return made;
  }

  function context(document: DocumentReading, k: number, before: readonly Antecedent[]): BlockContext {
    return contextOf(document, k, before, document.readings[k] as Reading);
  }

  function contextOf(
    document: DocumentReading,
    k: number,
    before: readonly Antecedent[],
    reading: Pick<Reading, 'text' | 'tokens'>,
  ): BlockContext {
    const block = document.layout.blocks[k] as Block;
    const { tokens } = reading;
    const defaultRole = document.defaultRoles[k] as Role;
    const sentences = splitSentences(reading.text, tokens).map(
      (range) => new Sentence(tokens, range.from, range.to, document.cast, rulebook.people),
    );
    const discourse = new Discourse(sentences, before, document.cast, defaultRole, document.isReview);
    const matchers = new Map<Sentence, Matcher>();
    return {
      text: reading.text,
      kind: block.kind,
      label: block.label?.toLowerCase(),
      labelEnd: block.valueStart - block.start,
      defaultRole,
      isReview: document.isReview,
      preferences: document.preferences,
      tokens,
      sentences,
      quotations: findQuotations(reading.text, 0, reading.text.length),
      discourse,
      grammar: rulebook.wording.grammar,
      reread: (text) =>
        contextOf(document, k, before, { text, tokens: tokenise(text, 0, text.length, rulebook.vocabulary) }),
      matcherOf(sentence) {
        let matcher = matchers.get(sentence);
        if (!matcher) {
          matcher = new Matcher(sentence, discourse);
          matchers.set(sentence, matcher);
        }
        return matcher;
      },
    };
  }

  /** The people of the paragraph before, for a pronoun that looks back over the break. */
  function trailInto(document: DocumentReading, k: number): readonly Antecedent[] {
    const previous = document.layout.blocks[k - 1];
    const block = document.layout.blocks[k] as Block;
    if (
      !previous ||
      previous.heading !== block.heading ||
      previous.kind === 'heading' ||
      previous.kind === 'cell'
    )
      return [];
    return context(document, k - 1, []).discourse.trail();
  }

  function wordingOf(document: DocumentReading, k: number): readonly Finding[] {
    const block = document.layout.blocks[k] as Block;
    const reading = document.readings[k] as Reading;
    if (!reading.hasTrigger) return NOTHING;
    const before = document.layout.blocks[k - 1];
    const previous =
      before && before.heading === block.heading ? (document.readings[k - 1] as Reading) : undefined;
    const role = document.defaultRoles[k] as Role;
    const { last } = reading;
    if (
      last &&
      readsAlike(last.cast, document.cast, reading, previous) &&
      last.previous === previous &&
      last.kind === block.kind &&
      last.role === role &&
      last.isReview === document.isReview &&
      last.preferences === document.preferences
    ) {
      if (last.cast !== document.cast) reading.last = { ...last, cast: document.cast };
      return last.findings;
    }
    const flags = `${block.kind} ${role} ${document.isReview} ${document.preferences}`;
    const surroundings = `${castKey(reading, document.cast)}|${previous ? `${previous.id}${castKey(previous, document.cast)}` : ''}|${flags}`;
    const findings = remember(reading.wording, surroundings, () =>
      findWording(context(document, k, trailInto(document, k)), rulebook.wording),
    );
    reading.last = {
      cast: document.cast,
      previous,
      kind: block.kind,
      role,
      isReview: document.isReview,
      preferences: document.preferences,
      findings,
    };
    return findings;
  }

  function observationsOf(document: DocumentReading, k: number): Observations {
    const reading = document.readings[k] as Reading;
    const { kind } = document.layout.blocks[k] as Block;
    const role = document.defaultRoles[k] as Role;
    if (!reading.hasTopic) return NOTHING_SAID;
    const { lastObserved } = reading;
    if (
      lastObserved?.kind === kind &&
      lastObserved.role === role &&
      readsAlike(lastObserved.cast, document.cast, reading, undefined)
    ) {
      if (lastObserved.cast !== document.cast)
        reading.lastObserved = { ...lastObserved, cast: document.cast };
      return lastObserved.observations;
    }
    const observations = remember(
      reading.observed,
      `${castKey(reading, document.cast)}|${kind}|${role}`,
      () => observe(context(document, k, []), rulebook.topics),
    );
    reading.lastObserved = { cast: document.cast, kind, role, observations };
    return observations;
  }

  return {
    analyse(request) {
      const layout = readLayout(request.text);
      const isReview = request.kind === 'review';
      const blockReadings = layout.blocks.map((block) =>
        read(request.text.slice(block.start, block.end), block.label, block.valueStart - block.start),
      );
      const cast = castOfAll(blockReadings);
      const document: DocumentReading = {
        layout,
        readings: blockReadings,
        cast,
        isReview,
        preferences: request.preferences ?? false,
        defaultRoles: layout.blocks.map((block) => defaultRoleOf(block, layout)),
      };
      const findings: Finding[] = [];
      layout.blocks.forEach((block, k) => {
        for (const finding of wordingOf(document, k)) findings.push(movedBy(finding, block.start));
      });
      if (!isReview) return { form: null, findings: findings.sort(byPlace), layout, assessment: null };
      const assessment = assess(
        {
          text: request.text,
          layout,
          observed: layout.blocks.map((_, k) => observationsOf(document, k)),
          ages: agesOfChild(cast),
          gender: cast.childGender,
        },
        rulebook.forms,
        request.form,
        {
          findings: request.missingLimit ?? MOST_MISSING,
          prompts: document.preferences,
          always: request.form !== undefined,
        },
      );
      findings.push(...assessment.findings);
      return {
        form: assessment.forms[0]?.form.id ?? null,
        findings: findings.sort(byPlace),
        layout,
        assessment,
      };
    },
  };
}

/** Questions about missing content shown at once (risk-forms 7.9). */
const MOST_MISSING = 12;

const NOTHING_SAID: Observations = { said: [], childAges: [], child: false, young: false, suspectAges: [] };

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end;
}

/** Some word that an index files its patterns under stands in the text. */
function hasWord(tokens: Tokens, { byAnchor }: RuleIndex): boolean {
  for (const { keys } of tokens.words)
    for (let i = 0; i < keys.length; i++) if (byAnchor[keys[i] as number]) return true;
  return false;
}

interface DocumentReading {
  readonly layout: Layout;
  readonly readings: readonly Reading[];
  readonly cast: Cast;
  readonly isReview: boolean;
  readonly preferences: boolean;
  readonly defaultRoles: readonly Role[];
}

const NOTHING: readonly Finding[] = [];

/** Empty for a paragraph that says nothing of people. How often a pronoun occurs does not matter, only that it does. */
function peopleKeyOf({ names, feminine, masculine, besides, ages, childGender }: PeopleFacts): string {
  if (names.length === 0 && feminine === 0 && masculine === 0 && !childGender) return '';
  return `${names.map((n) => `${n.name}/${n.role}/${n.age}/${n.gender}/${n.shape}/${n.partner}/${n.forename}`).join()}|${feminine > 0}${masculine > 0}${masculine > besides}${childGender}${ages.female ?? ''}/${ages.male ?? ''}`;
}
