import { Tag } from '../text/lexicon.ts';
import { WordKind } from '../text/word.ts';
import type { Cast } from './cast.ts';
import { mainSubject, namedLater } from './cataphora.ts';
import type { Mention } from './mention.ts';
import { COLLECTIVE } from './nameShape.ts';
import type { Gender, Role } from './role.ts';
import type { Sentence } from './sentence.ts';
import { isSubjectPosition } from './subject.ts';

/** A person mentioned before, as far as a later pronoun needs to know. */
export interface Antecedent {
  readonly role: Role;
  readonly gender: Gender | undefined;
  readonly plural: boolean;
  /** It stood as a subject: the likelier antecedent. */
  readonly subject: boolean;
}

/** What a mention means, and whether another reading is as likely. */
export interface Resolution {
  /** undefined: nothing before it answers, so the document's default person is meant. */
  readonly role: Role | undefined;
  readonly doubtful: boolean;
}

/** How far back, in sentences, a pronoun is followed. */
const REACH = 3;
const ADULT_AGE = 18;

/**
 * The people of a paragraph in the order in which they were mentioned: resolves pronouns to roles.
 * Doubt is said, never hidden: a wording rule that rests on a doubtful pronoun speaks softly or not at all.
 */
export class Discourse {
  private readonly memo = new Map<Mention, Resolution>();

  /**
   * @param sentences the sentences of the paragraph, in order
   * @param before people of the paragraphs before, latest last
   * @param isReview in a whole review she or he is most often the child, in a passage whoever was named
   * @param defaultRole who a pronoun with no antecedent means: the child in a child's review, the suspect under a suspect's heading
   */
  constructor(
    readonly sentences: readonly Sentence[],
    private readonly before: readonly Antecedent[],
    readonly cast: Cast,
    readonly defaultRole: Role,
    private readonly isReview = false,
  ) {}

  resolve(sentence: Sentence, mention: Mention): Resolution {
    if (mention.role !== undefined) {
      if (mention.kind === 'name') {
        const sameSurname = mention.role === 'unknown';
        return { role: mention.role, doubtful: sameSurname };
      }
      return { role: this.relativeOf(sentence, mention) ?? mention.role, doubtful: false };
    }
    const known = this.memo.get(mention);
    if (known) return known;
    // Guards against a cycle; the final answer replaces it.
    this.memo.set(mention, { role: undefined, doubtful: false });
    const made = this.resolvePronoun(sentence, mention);
    this.memo.set(mention, made);
    return made;
  }

  /** "WEBB's mother": a suspect's relatives are no parents of the child. */
  private relativeOf(sentence: Sentence, mention: Mention): Role | undefined {
    if (mention.role !== 'parent') return undefined;
    const owner = sentence.mentions.find(
      (m) =>
        m.possessive &&
        m !== mention &&
        m.to <= mention.head &&
        m.to >= mention.from &&
        m.from >= mention.from - 1,
    );
    return owner && owner.kind !== 'pronoun' && this.resolve(sentence, owner).role === 'suspect'
      ? 'adult'
      : undefined;
  }

  /** The people a later paragraph may refer back to. */
  trail(): Antecedent[] {
    const out: Antecedent[] = [];
    for (const sentence of this.sentences.slice(-2))
      out.push(...this.antecedentsIn(sentence, sentence.to, undefined));
    return out.slice(-6);
  }

  private resolvePronoun(sentence: Sentence, mention: Mention): Resolution {
    const later = namedLater(sentence, mention);
    if (later) return this.resolve(sentence, later);
    const index = this.sentences.indexOf(sentence);
    // "Ellie went with them", "Tyler met him": the subject of the clause is somebody else, or it would say "herself".
    const rival =
      mention.grammaticalCase === 'object' && !mention.possessive
        ? this.clauseSubject(sentence, mention)
        : undefined;
    const speaker = this.speakerBefore(sentence, mention);
    // "When seen by PC Lomas she was …": an officer named in passing is not the one spoken of.
    const own = this.antecedentsIn(sentence, mention.from, mention).filter(
      (a) => a.subject || a.role !== 'professional' || mention.grammaticalCase !== 'subject',
    );
    const levels: Antecedent[][] = [
      rival
        ? own.filter((a) => !(a.subject && a.role === rival.role))
        : speaker
          ? own.filter((a) => a.role !== speaker)
          : own,
    ];
    for (let k = index - 1; k >= Math.max(0, index - REACH); k--)
      levels.push(
        this.antecedentsIn(this.sentences[k] as Sentence, Infinity, undefined).filter(
          (a) => a.subject || a.role !== 'professional' || mention.grammaticalCase !== 'subject',
        ),
      );
    if (index - REACH < 0) levels.push([...this.before]);
    for (const level of levels) {
      const fits = level.filter(
        (a) =>
          this.fits(a, mention) && !(rival && a.role === rival.role && rival.role === 'child' && !a.plural),
      );
      if (fits.length === 0) continue;
      const answer = this.choose(fits, mention);
      if (answer && level !== levels[0] && this.isOfficerInPassing(fits, mention))
        return { role: 'child', doubtful: true };
      if (answer) return answer;
    }
    return rival && rival.role === 'child' && this.fits(rival, mention)
      ? { role: 'unknown', doubtful: false }
      : this.unaided(sentence, mention);
  }

  /** "Dr W says short questions. She does not like being touched.": of a review, and of an officer whose sex nobody gave. */
  private isOfficerInPassing(fits: readonly Antecedent[], mention: Mention): boolean {
    return (
      this.isReview &&
      this.defaultRole === 'child' &&
      mention.grammaticalCase === 'subject' &&
      mention.gender !== undefined &&
      mention.gender === this.cast.childGender &&
      fits.every((a) => a.role === 'professional' && a.gender === undefined)
    );
  }

  /** "Goes back to him every time": nobody stands before the verb, so the one behind the preposition is not the child. */
  private inFragment(mention: Mention): boolean {
    const sentence = this.sentences.find((s) => s.mentions.includes(mention));
    if (!sentence) return false;
    const first = sentence.mentions[0];
    return (
      first === mention &&
      !(sentence.tags(sentence.from) & Tag.Determiner) &&
      (sentence.word(sentence.from)?.verb || (sentence.tags(sentence.from) & Tag.Catenative) !== 0) &&
      (sentence.tags(mention.from - 1) & Tag.Preposition) !== 0 &&
      !/^(for|about|of|by)$/.test(sentence.lower(mention.from - 1))
    );
  }

  /** The subject of the clause that holds an object pronoun; undefined when a relative or another clause stands between. */
  private clauseSubject(sentence: Sentence, mention: Mention): Antecedent | undefined {
    for (let i = mention.from - 1; i >= sentence.from; i--) {
      if (sentence.tags(i) & (Tag.Relative | Tag.Subordinator | Tag.Conjunction)) return undefined;
      const m = sentence.mentionEndingAt(i + 1);
      if (!m || !isSubjectPosition(sentence, m)) continue;
      return this.antecedentsIn(sentence, m.to, undefined).at(-1);
    }
    return undefined;
  }

  /** "Social worker says she …", "as PC Lomas says, she …", "according to mum she …": in a review the one spoken of is the child, not the speaker. */
  private speakerBefore(sentence: Sentence, mention: Mention): Role | undefined {
    if (mention.grammaticalCase !== 'subject' || mention.plural) return undefined;
    let before = mention.from - 1;
    if (sentence.kind(before) === WordKind.Comma) before--;
    if (sentence.lower(before) === 'that') before--;
    // "tells me she …"
    if (/^(me|us)$/.test(sentence.lower(before))) before--;
    let speaker: Mention | undefined;
    if (sentence.tags(before) & (Tag.Speech | Tag.Belief)) {
      let end = before;
      while (end > sentence.from && sentence.tags(end - 1) & (Tag.Adverb | Tag.Auxiliary)) end--;
      speaker = sentence.mentionEndingAt(end);
    } else {
      const named = sentence.mentionEndingAt(before + 1);
      const lead = named ? sentence.lower(named.from - 1) : '';
      if (lead === 'per' || (lead === 'to' && named && sentence.lower(named.from - 2) === 'according'))
        speaker = named;
    }
    const role = speaker?.role;
    return role === 'professional' || role === 'parent' ? role : undefined;
  }

  /** No antecedent: she or he is the child, unless the text uses both and this is the other one. */
  private unaided(sentence: Sentence, mention: Mention): Resolution {
    if (this.defaultRole !== 'child') return { role: this.defaultRole, doubtful: false };
    const child = this.cast.childGender;
    if (mention.grammaticalCase === 'object' && !mention.possessive && this.inFragment(mention))
      return { role: 'unknown', doubtful: false };
    const main = this.subjectAfterFronted(sentence, mention);
    if (main) return main;
    if (this.actOnHer(sentence, mention)) return { role: 'unknown', doubtful: false };
    if (mention.gender && child && mention.gender !== child && this.cast.bothGenders)
      return { role: 'suspect', doubtful: false };
    // "He is 51. He returned of his own accord."
    if (mention.gender && (this.cast.ageOfPronoun(mention.gender) ?? 0) >= ADULT_AGE)
      return { role: 'adult', doubtful: false };
    return { role: undefined, doubtful: false };
  }

  /** "When he chose to stay silent, PELL was charged", "Because he would not engage, the father was seen": nobody but the one named next. */
  private subjectAfterFronted(sentence: Sentence, mention: Mention): Resolution | undefined {
    if (mention.grammaticalCase !== 'subject' || mention.plural) return undefined;
    let first = sentence.from;
    while (first < sentence.to && sentence.kind(first) !== WordKind.Word) first++;
    if (!(sentence.tags(first) & Tag.Subordinator) || first >= mention.from) return undefined;
    const main = mainSubject(sentence, mention.to);
    if (
      !main ||
      !this.fits({ role: main.role ?? 'child', gender: main.gender, plural: false, subject: true }, mention)
    )
      return undefined;
    const named =
      main.role === 'suspect' ||
      (/^(the|this|that)$/.test(sentence.lower(main.from)) && main.gender !== undefined);
    return named && main.role !== 'child' ? { role: main.role, doubtful: false } : undefined;
  }

  /** "They have drawn her in with gifts": one who is she in this text is not they. */
  private actOnHer(sentence: Sentence, mention: Mention): boolean {
    if (!mention.plural || mention.grammaticalCase !== 'subject' || this.cast.childGender !== 'female')
      return false;
    let { to } = sentence.clauseAround(mention.from);
    // "They're back on, her and him": says who they are.
    for (let i = mention.to; i < to; i++) if (sentence.kind(i) === WordKind.Comma) to = i;
    return sentence.mentions.some(
      (m) =>
        m.from > mention.to &&
        m.from < to &&
        !m.possessive &&
        sentence.lower(m.head) === 'her' &&
        sentence.lower(m.from - 1) !== 'with',
    );
  }

  private fits(a: Antecedent, mention: Mention): boolean {
    if (a.role === 'thing' || a.role === 'writer' || a.role === 'organisation' || a.role === 'generic')
      return false;
    if (mention.plural) return true;
    if (a.plural) return false;
    if (a.gender && mention.gender && a.gender !== mention.gender) return false;
    const child = this.cast.childGender;
    if (a.role === 'child' && !a.gender && child && mention.gender && child !== mention.gender) return false;
    // Nothing says that a suspect is a woman: most are men, and a review of a girl would say so.
    if (a.role === 'suspect' && !a.gender && mention.gender === 'female') return false;
    return true;
  }

  private choose(fits: readonly Antecedent[], mention: Mention): Resolution | undefined {
    const roles = new Set(fits.map((f) => f.role));
    if (mention.plural) return this.choosePlural(fits, roles);
    if (roles.size === 1) {
      const role = fits[0]?.role as Role;
      return { role, doubtful: role === 'unknown' };
    }
    const last = fits.at(-1) as Antecedent;
    const subjects = fits.filter((f) => f.subject);
    // "with Maisie's and her mum's agreement": nobody acted, so the one whom the review is about.
    if (subjects.length === 0 && roles.has('child')) {
      const known = [...roles].every(
        (role) => role === 'child' || role === 'parent' || role === 'professional',
      );
      if (known && fits[0]?.role === 'child') return { role: 'child', doubtful: false };
      if (this.isReview) return { role: 'child', doubtful: true };
    }
    const lead = subjects.at(-1) ?? last;
    // An officer is seldom the one a pronoun speaks of when the child has just been named.
    if (lead.role === 'professional' && roles.has('child') && (roles.has('suspect') || roles.has('unknown')))
      return { role: 'unknown', doubtful: true };
    if (lead.role === 'professional' && roles.has('child'))
      return { role: 'child', doubtful: fits.length > 2 };
    const others = new Set([...roles].filter((r) => r !== 'professional'));
    if (others.size === 1) return { role: [...others][0] as Role, doubtful: false };
    return { role: lead.role, doubtful: true };
  }

  /** "They": one child of unstated gender, several children, or several people. */
  private choosePlural(fits: readonly Antecedent[], roles: ReadonlySet<Role>): Resolution | undefined {
    const plural = fits.filter((f) => f.plural);
    const last = plural.at(-1);
    // With a child who is she or he in this text, "they" is the others.
    if (last && (!roles.has('child') || (this.cast.childGender !== undefined && last.role !== 'child')))
      return { role: last.role, doubtful: false };
    if (roles.size === 1) return { role: fits[0]?.role as Role, doubtful: false };
    if (last && last.role === 'child') return { role: 'child', doubtful: false };
    if (roles.has('child'))
      return { role: roles.has('suspect') || roles.has('unknown') ? 'mixed' : 'child', doubtful: true };
    return { role: (fits.at(-1) as Antecedent).role, doubtful: true };
  }

  /** "1910 PS Loach, first review.": who wrote the entry; nothing that follows speaks of that officer. */
  private isAuthor(sentence: Sentence, m: Mention): boolean {
    if (m.role !== 'professional' || m.kind === 'pronoun') return false;
    for (let i = sentence.from; i < m.from; i++) if (sentence.kind(i) === WordKind.Word) return false;
    if (sentence.kind(m.to) === WordKind.Clause || sentence.kind(m.to) === WordKind.Dash) return true;
    for (let i = m.to; i < sentence.to; i++) {
      const named = sentence.mentions.some((x) => x.from <= i && i < x.to);
      if (
        !named &&
        (sentence.word(i)?.verb || sentence.tags(i) & (Tag.Auxiliary | Tag.Modal | Tag.Speech | Tag.Belief))
      )
        return false;
    }
    return sentence.to - m.to <= 6;
  }

  private antecedentsIn(sentence: Sentence, before: number, exclude: Mention | undefined): Antecedent[] {
    const out: Antecedent[] = [];
    for (const m of sentence.mentions) {
      if (m === exclude || m.to > before) continue;
      if (m.kind === 'pronoun' && m.role === undefined) {
        // A pronoun that was understood carries its meaning on.
        const meant = this.resolve(sentence, m);
        const role = meant.role ?? 'child';
        if (!meant.doubtful || role === 'child')
          out.push({
            role,
            gender: m.gender,
            plural: m.plural && role === 'unknown',
            subject: m.grammaticalCase === 'subject',
          });
        continue;
      }
      if (m.role === undefined || m.kind === 'pronoun' || this.isAuthor(sentence, m)) continue;
      // A team or a unit is never she or he.
      const plural = m.plural || (m.kind === 'noun' && COLLECTIVE.test(sentence.lower(m.head)));
      out.push({ role: m.role, gender: m.gender, plural, subject: isSubjectPosition(sentence, m) });
    }
    return out;
  }
}
