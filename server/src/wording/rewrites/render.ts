import type { Rewrite } from '../../finding.ts';
import { WordKind } from '../../text/word.ts';
import type { Candidate } from '../candidate.ts';
import type { RewriteTemplate } from '../rules.ts';
import { agree } from './agreement.ts';
import { pronounsFor } from './pronouns.ts';
import { formOfBe, formOfBeing, formOfHave, formOfVerb, readVerbGroup, type VerbGroup } from './verbGroup.ts';

/** At most so many, the plainest first (disagreements S14). */
const MAX_REWRITES = 3;

/**
 * Says the underlined words again, fitting the sentence: tense, number, pronoun, capital.
 * Offsets are relative to the paragraph.
 */
export function renderRewrites(c: Candidate): Rewrite[] {
  const templates = c.shape.rewrites.slice(0, MAX_REWRITES);
  if (templates.length === 0 || followedByMeans(c)) return [];
  const out: Rewrite[] = [];
  for (const template of templates) {
    const rewrite = render(c, template);
    if (rewrite) out.push(rewrite);
  }
  return out;
}

function render(c: Candidate, template: RewriteTemplate): Rewrite | undefined {
  const s = c.sentence;
  const pronouns = pronounsFor(c);
  const plural = pluralSubject(c);
  const { head } = c.match;
  const group: VerbGroup =
    head >= 0
      ? readVerbGroup(
          s,
          Math.min(c.subject.groupStart, head),
          head,
          c.match.negated,
          plural,
          c.subject.mention !== undefined && !c.subject.embedded,
        )
      : {
          from: c.match.spanFrom,
          place: pronouns.subject === 'they' ? 'present-plural' : 'present-singular',
          progressive: false,
          persistent: false,
          have: -1,
        };
  let from =
    head >= 0 && head >= c.match.spanFrom && head < c.match.spanTo
      ? Math.min(group.from, c.match.spanFrom)
      : c.match.spanFrom;
  if (head >= 0 && c.match.negated && c.subject.groupStart < from && group.from < from) from = group.from;
  let text = template.text;
  let restated = group.restated;
  // "has been putting" + {HAVE}: the "has" that stands there serves.
  if (/\{HAVE\}/.test(text) && group.place === 'participle' && group.have >= 0) {
    from = group.have;
    text = text.replace('{HAVE}', restated ?? spelledOut(s.lower(group.have)));
    restated = undefined;
  }
  // Only the first verb of the new text takes the auxiliary.
  const withAuxiliary = (form: string): string => {
    const whole = restated === undefined ? form : `${restated} ${form}`;
    restated = undefined;
    return whole;
  };
  const missing: string[] = [];
  text = text.replace(/\{([^}]+)\}/g, (_, name: string) => {
    switch (name) {
      case 'BE':
        return withAuxiliary(formOfBe(group));
      case 'BEING':
        return withAuxiliary(formOfBeing(group));
      case 'HAVE':
        return formOfHave(group);
      case 'DO':
        return withAuxiliary(formOfVerb({ ...group, progressive: false }, 'do'));
      case 'she':
        return pronouns.known ? pronouns.subject : childName(c);
      case 'her':
        return pronouns.known ? pronouns.object : childName(c);
      case 'poss':
        return pronouns.known ? pronouns.possessive : 'their';
      case 'self':
        return pronouns.reflexive;
      case 'VERB': {
        const at = verbAfterHead(c);
        if (at === undefined) missing.push(name);
        return at === undefined ? '' : withAuxiliary(formOfVerb(group, s.lower(at)));
      }
      default: {
        if (name.startsWith('v:')) return withAuxiliary(formOfVerb(group, name.slice(2)));
        const range = c.match.captures.get(name);
        if (range && range.from >= 0)
          return c.block.text.slice(s.tokens.starts[range.from], s.tokens.ends[range.to - 1]);
        // A capture that took no words leaves nothing.
        if (c.program.captures.includes(name)) return '';
        // Another pattern of the shape captures it, this one does not: without the words the rewrite says nothing.
        if (c.shape.captures.has(name)) {
          missing.push(name);
          return '';
        }
        // Any other name is a verb: {stay}.
        return /^[a-z]+$/.test(name) ? withAuxiliary(formOfVerb(group, name)) : '';
      }
    }
  });
  if (missing.length > 0) return undefined;
  text = agree(text);
  text = text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;])/g, '$1')
    .trim();
  let start = s.tokens.starts[from] as number;
  const end = s.tokens.ends[c.match.spanTo - 1] as number;
  // "she's putting": the clitic hangs on the word before.
  if (s.kind(from) === WordKind.Clitic) text = ` ${text}`;
  if (isFirstWord(c, from)) text = text.charAt(0).toUpperCase() + text.slice(1);
  // A deletion takes a space with it.
  if (text.trim() === '') {
    text = '';
    while (start > 0 && c.block.text[start - 1] === ' ') start--;
  }
  return { class: template.class, start, end, text };
}

/** "she's", "they've": a clitic as the word it stands for. */
function spelledOut(have: string): string {
  return have === "'s" ? 'has' : have === "'ve" ? 'have' : have === "'d" ? 'had' : have;
}

/** The child as the sentence names them, where no pronoun is known. */
function childName(c: Candidate): string {
  const m = c.subject.mention;
  return m?.kind === 'name' ? (c.sentence.word(m.head)?.surface ?? 'the child') : 'the child';
}

/** The verb the pattern's VERB slot took: the first verb after the head and "to". */
function verbAfterHead(c: Candidate): number | undefined {
  const s = c.sentence;
  for (let i = c.match.head + 1; i < c.match.to; i++)
    if (s.lower(i) === 'to') {
      const k = s.skipAdverbs(i + 1);
      return k < c.match.to && s.kind(k) === WordKind.Word ? k : undefined;
    }
  return undefined;
}

/** "puts herself at risk by meeting …": what follows would still blame, and would no longer read. */
function followedByMeans(c: Candidate): boolean {
  const k = c.sentence.skipAdverbs(c.match.spanTo);
  if (c.sentence.lower(k) !== 'by') return false;
  const next = c.sentence.lower(c.sentence.skipAdverbs(k + 1));
  return next.endsWith('ing');
}

function isFirstWord(c: Candidate, i: number): boolean {
  for (let k = c.sentence.from; k < i; k++) if (c.sentence.kind(k) === WordKind.Word) return false;
  return c.sentence.word(i)?.surface[0] !== c.sentence.word(i)?.lower[0];
}

function pluralSubject(c: Candidate): boolean {
  return c.subject.mention?.plural ?? false;
}
