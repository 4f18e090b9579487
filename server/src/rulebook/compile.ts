import { compileForms, type FormBook } from '../assessment/form.ts';
import { BARE_REVIEW, BLANK_LEFT, groupInfo } from '../assessment/ownFindings.ts';
import { personLexicon } from '../people/lexicon.ts';
import { PatternCompiler } from '../wording/pattern/compiler.ts';
import { PatternError } from '../wording/pattern/parse.ts';
import type { Program } from '../wording/pattern/program.ts';
import { Vocabulary } from '../wording/pattern/vocabulary.ts';
import { aboutTheChild } from '../wording/question.ts';
import { indexRules, symbolsOf } from '../wording/ruleIndex.ts';
import type { CompiledRule, CompiledShape, GrammarClasses, RewriteTemplate } from '../wording/rules.ts';
import type { Rulebook, RuleExamples, RuleInfo, SourceInfo } from './rulebook.ts';
import type { RewriteSource, RulebookSource, RuleSource, ShapeSource } from './source.ts';

/** Something in a rulebook that cannot be used: which rule, and what is wrong. */
export class RulebookError extends Error {
  constructor(
    readonly rule: string,
    message: string,
  ) {
    super(`${rule}: ${message}`);
    this.name = 'RulebookError';
  }
}

/**
 * Compiles a rulebook.
 * @throws RulebookError naming the rule, for a pattern that does not parse, an unknown class, a doubled id
 */
export function compileRulebook(source: RulebookSource): Rulebook {
  const realWords = new Set(source.realWords);
  const commonWords = new Set(source.commonWords);
  const isWord = { has: (word: string) => realWords.has(word) || commonWords.has(word) };
  const vocabulary = new Vocabulary(isWord, source.verbs, source.abbreviations);
  const members = new Map<string, readonly string[]>([
    ...Object.entries(source.grammar),
    ...Object.entries(source.classes),
  ]);
  const owners = [
    ...source.packs.map((pack) => ({ owner: pack.category, classes: pack.classes })),
    ...source.fields.map((group) => ({ owner: group.group, classes: group.classes })),
  ];
  for (const { owner, classes } of owners) {
    for (const [name, words] of Object.entries(classes ?? {})) {
      if (members.has(name)) throw new RulebookError(owner, `word class ${name} is defined twice`);
      members.set(name, words);
    }
  }
  const compiler = new PatternCompiler(vocabulary, members, new Map(Object.entries(source.frequentWords)));
  const compile = (rule: string, text: string, wide = false): Program => {
    try {
      return wide ? compiler.compileWide(text) : compiler.compile(text);
    } catch (error) {
      if (error instanceof PatternError)
        throw new RulebookError(
          rule,
          `${error.message}, at “${text.slice(error.offset, error.offset + 20)}” in: ${text}`,
        );
      throw error;
    }
  };
  const pattern: PatternReader = Object.assign(compile, { turned: (text: string) => compiler.turned(text) });

  const rules = new Map<string, RuleInfo>();
  const compiled: CompiledRule[] = [];
  for (const pack of source.packs) {
    for (const rule of pack.rules) {
      if (rules.has(rule.id)) throw new RulebookError(rule.id, 'this id is used twice');
      const made = compileRule(pack.category, rule, pattern);
      rules.set(rule.id, made.info);
      compiled.push(made);
    }
  }
  const grammar: GrammarClasses = {
    edit: pattern('grammar', 'EDIT'),
    wordingNoun: pattern('grammar', 'WORDING-NOUN'),
    adopt: pattern('grammar', 'ADOPT'),
    reject: pattern('grammar', 'REJECT'),
    setAside: pattern('grammar', 'SET-ASIDE'),
    saysNothing: pattern('grammar', 'SAYS-NOTHING'),
    takeBack: pattern('grammar', 'TAKE-BACK'),
    judgedWrong: pattern('grammar', 'JUDGED-WRONG'),
    statute: pattern('grammar', 'STATUTE'),
    reason: pattern('grammar', 'REASON'),
    harmlessObject: compiler.wordClass('HARMLESS-OBJECT'),
  };
  const { book: forms, rules: observed } = readForms(source, pattern);
  for (const info of infosOf(forms)) rules.set(info.id, info);
  for (const rule of [...compiled, ...observed]) requireAnchors(rule);
  const wording = indexRules(compiled, grammar, vocabulary.size);
  const topics = indexRules(observed, grammar, vocabulary.size);
  vocabulary.lookUpBy([...symbolsOf(wording), ...symbolsOf(topics)]);
  return {
    rules,
    sources: sourcesOf(source),
    wording,
    forms,
    phrases: source.phrases,
    topics,
    vocabulary,
    people: personLexicon(source.people, new Set(source.forenames), commonWords),
  };
}

/** The pages of what is asked about absent content. */
function infosOf({ fields, groups }: FormBook): RuleInfo[] {
  return [
    ...[...fields.values()].map(({ info }) => info),
    ...groups.filter(({ question }) => question !== undefined).map(groupInfo),
    BLANK_LEFT,
    BARE_REVIEW,
  ];
}

function readForms(source: RulebookSource, pattern: PatternReader): ReturnType<typeof compileForms> {
  try {
    const templates = [
      ...source.packs.flatMap(({ rules }) => rules.flatMap(templatesOf)),
      ...source.phrases.map(({ text }) => text),
    ];
    return compileForms(source, templates, pattern);
  } catch (error) {
    if (error instanceof RulebookError || !(error instanceof Error)) throw error;
    const [, owner = 'forms', what = error.message] = /^([^:]+): (.*)$/s.exec(error.message) ?? [];
    throw new RulebookError(owner, what);
  }
}

/** What a rule may put into a text. */
function templatesOf({ rewrites = [], shapes = [] }: RuleSource): string[] {
  return [...rewrites, ...shapes.flatMap((shape) => shape.rewrites ?? [])].map((r) => rewriteOf(r).text);
}

/** Compiles one pattern and names the rule in its errors. */
interface PatternReader {
  (rule: string, text: string, wide?: boolean): Program;
  /** The pattern's other orders. */
  turned(text: string): readonly Program[];
}

function compileRule(category: string, rule: RuleSource, pattern: PatternReader): CompiledRule {
  const shape = (block: ShapeSource): CompiledShape => {
    const programs = block.patterns.map((p) => pattern(rule.id, p));
    // What only a written order may say: a needed word elsewhere, or somebody other than the child.
    const turns = (block.subject ?? rule.subject ?? 'child') === 'child';
    return {
      programs,
      turned: turns ? block.patterns.flatMap((p) => pattern.turned(p)) : [],
      captures: new Set(programs.flatMap(({ captures }) => captures)),
      unless: (block.unless ?? rule.unless ?? []).map((p) => pattern(rule.id, p)),
      needs: (block.needs ?? rule.needs ?? []).map((p) => pattern(rule.id, p)),
      unlessNearby: (block['unless-nearby'] ?? rule['unless-nearby'] ?? []).map((p) => pattern(rule.id, p)),
      needsNearby: (block['needs-nearby'] ?? rule['needs-nearby'] ?? []).map((p) => pattern(rule.id, p)),
      rewrites: (block.rewrites ?? []).map(rewriteOf),
      severity: block.severity ?? rule.severity,
      subject: block.subject ?? rule.subject ?? 'child',
    };
  };
  return {
    info: {
      id: rule.id,
      alias: rule.alias,
      category,
      title: rule.title,
      severity: rule.severity,
      preference: rule.preference ?? false,
      message: aboutTheChild(rule.message),
      why: aboutTheChild(rule.why),
      explain: rule.explain?.trim() ?? '',
      sources: rule.sources,
      examples: examplesOf(rule),
    },
    question: rule.message,
    shapes: [shape(rule), ...(rule.shapes ?? []).map(shape)],
    guardsOff: new Set(rule['guards-off'] ?? []),
    tentative: rule.certainty === 'tentative',
    ageAware: rule['age-aware'] ?? false,
    isFrame: /^F\d/.test(rule.id),
  };
}

/** Two sentences of each kind and one rewrite are enough to see what a rule is about. */
function examplesOf(rule: RuleSource): RuleExamples {
  const fix = rule.fixes?.find((f) => (f.rewrite ?? 1) === 1);
  return {
    found: (rule.catch ?? []).slice(0, 2).map((text) => text.replace(/[{}]/g, '')),
    left: (rule.leave ?? []).slice(0, 2),
    rewritten: fix ? { before: fix.from, after: fix.to } : null,
  };
}

function rewriteOf(source: RewriteSource): RewriteTemplate {
  return 'A' in source ? { class: 'A', text: source.A } : { class: 'C', text: source.C };
}

/** A pattern without a certain word would have to be tried on every sentence, so it is refused. */
function requireAnchors({ info, shapes }: CompiledRule): void {
  const program = shapes.flatMap(({ programs }) => programs).find(({ anchors }) => anchors.length === 0);
  if (program)
    throw new RulebookError(
      info.id,
      `no word of this pattern is certain to occur, so it cannot be looked for: ${program.source}`,
    );
}

function sourcesOf(source: RulebookSource): Map<string, SourceInfo> {
  return new Map(
    Object.entries(source.sources).map(([tag, entry]) => [
      tag,
      {
        tag,
        title: entry.title,
        publisher: entry.publisher ?? '',
        year: String(entry.year ?? ''),
        url: entry.url ?? '',
      },
    ]),
  );
}
