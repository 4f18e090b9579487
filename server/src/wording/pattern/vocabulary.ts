import { CLOSED_WORDS, SMALL_SLIPS, Tag, tagsOf } from '../../text/lexicon.ts';
import { inflections } from '../../text/verbs.ts';
import { Shape, type Word, WordKind, type WordSource } from '../../text/word.ts';
import { Slips, type WordSet } from './slips.ts';

/** Distinct surface forms kept; an archive of any size stays within this. */
const CACHE_LIMIT = 100_000;

/**
 * The words that patterns speak of, each an integer symbol, and the look-up from surface forms to them.
 * Filled while patterns compile; the first look-up ends that phase.
 */
export class Vocabulary implements WordSource {
  private readonly symbolOf = new Map<string, number>();
  private readonly byForm = new Map<string, number[]>();
  private readonly cache = new Map<string, Word>();
  private readonly implied = new Map<number, number[]>();
  private readonly slips: Slips;
  private readonly smallSlips: Slips;
  /** Symbols that a rule is looked up by; undefined while patterns compile. */
  private looked: Uint8Array | undefined;
  private verbForms: ReadonlySet<string> | undefined;
  private count = 0;

  /**
   * @param realWords English words, which must never be taken for a slip of a pattern word: at least those one edit away from one
   * @param verbs base forms that are most often verbs
   * @param abbreviations short form to the full forms it is read as, too
   */
  constructor(
    realWords: WordSet,
    private readonly verbs: readonly string[] = [],
    private readonly abbreviations: Readonly<Record<string, readonly string[]>> = {},
  ) {
    this.slips = new Slips(this.byForm, realWords);
    this.smallSlips = new Slips(CLOSED_WORDS, realWords);
  }

  /** Says by which symbols rules are looked up: words carry those apart from the rest. Ends the compiling of patterns. */
  lookUpBy(symbols: Iterable<number>): void {
    this.looked = new Uint8Array(this.count);
    for (const symbol of symbols) this.looked[symbol] = 1;
    this.cache.clear();
  }

  /** The symbol of a word in any inflection. */
  lemma(word: string): number {
    return this.intern(word, () => inflections(word));
  }

  /** The symbol of one exact form. */
  exact(form: string): number {
    return this.intern(`=${form}`, () => [form]);
  }

  /** The symbol of a word class. */
  classSymbol(name: string): number {
    return this.intern(`@${name}`, () => []);
  }

  /** Says that whatever carries `symbol` also carries the class symbol `wider`. */
  imply(symbol: number, wider: number): void {
    const list = this.implied.get(symbol);
    if (list) list.push(wider);
    else this.implied.set(symbol, [wider]);
  }

  /** Every surface form that patterns can see. */
  forms(): string[] {
    return [...this.byForm.keys()];
  }

  get size(): number {
    return this.count;
  }

  word(surface: string, kind: WordKind): Word {
    const key = kind === WordKind.Word ? surface : `${kind}${surface}`;
    const cached = this.cache.get(key);
    if (cached) return cached;
    if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
    const made = this.make(surface, kind);
    this.cache.set(key, made);
    return made;
  }

  /** A word with a capital may be a name, unless it ends as a verb does: "Reprted", "Aremd". */
  private slipOfVerb(lower: string): string | undefined {
    const form = /(ed|ing|md|de)$/.test(lower) ? this.slips.correct(lower) : undefined;
    return form && /(ed|ing)$/.test(form) && form[0] === lower[0] && form.length >= lower.length
      ? form
      : undefined;
  }

  private intern(key: string, forms: () => string[]): number {
    const known = this.symbolOf.get(key);
    if (known !== undefined) return known;
    const symbol = this.count++;
    this.symbolOf.set(key, symbol);
    for (const form of forms()) {
      const list = this.byForm.get(form);
      if (list) list.push(symbol);
      else this.byForm.set(form, [symbol]);
    }
    return symbol;
  }

  private make(surface: string, kind: WordKind): Word {
    let lower = surface.toLowerCase();
    if (kind === WordKind.Word || kind === WordKind.Clitic)
      lower = lower.replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'");
    if (kind === WordKind.Clitic && lower === "'") lower = "'s";
    const shape = kind === WordKind.Word ? shapeOf(surface) : Shape.Lower;
    let tags = kind === WordKind.Word ? tagsOf(lower) : 0;
    let corrected: string | undefined;
    let symbols: number[] = [];
    if (kind === WordKind.Word || kind === WordKind.Number) {
      symbols = this.symbolsOf(lower);
      if (tags === 0 && kind === WordKind.Word) {
        if (shape === Shape.Capital) corrected = symbols.length === 0 ? this.slipOfVerb(lower) : undefined;
        else
          corrected =
            (shape === Shape.Lower ? SMALL_SLIPS.get(lower) : undefined) ??
            (symbols.length === 0
              ? (this.slips.correct(lower) ?? this.smallSlips.correct(lower))
              : undefined);
        if (corrected) {
          symbols = this.symbolsOf(corrected);
          lower = corrected;
          tags = tagsOf(corrected);
        }
      }
    } else if (
      kind === WordKind.Clitic ||
      kind === WordKind.Clause ||
      kind === WordKind.Comma ||
      kind === WordKind.Dash ||
      kind === WordKind.Symbol
    )
      symbols = this.symbolsOf(lower);
    this.verbForms ??= new Set(this.verbs.flatMap(inflections));
    const verb = kind === WordKind.Word && this.verbForms.has(lower);
    const keys = this.looked ? symbols.filter((symbol) => this.looked?.[symbol] === 1) : symbols;
    return { surface, lower, kind, shape, tags, verb, symbols, keys, corrected };
  }

  /** The symbols of a form, classes included; contracted negatives count as "not" as well. */
  private symbolsOf(form: string): number[] {
    const direct = [...(this.byForm.get(form) ?? [])];
    if (tagsOf(form) & Tag.Negator) {
      const not = this.symbolOf.get('not');
      if (not !== undefined && form !== 'never' && form !== 'nor' && form !== 'neither') direct.push(not);
    }
    for (const full of [...(this.abbreviations[form] ?? []), ...uncontracted(form)])
      direct.push(...(this.byForm.get(full) ?? []));
    const all = new Set<number>();
    const visit = (symbol: number): void => {
      if (all.has(symbol)) return;
      all.add(symbol);
      for (const wider of this.implied.get(symbol) ?? []) visit(wider);
    };
    for (const symbol of direct) visit(symbol);
    return [...all].sort((a, b) => a - b);
  }
}

/** "shouldn't" is should as well as not. */
function uncontracted(form: string): readonly string[] {
  if (!/n'?t$/.test(form) || !(tagsOf(form) & Tag.Negator)) return [];
  if (form.startsWith('wo')) return ['will'];
  if (form.startsWith('ca')) return ['can'];
  return [form.replace(/n'?t$/, '')];
}

function shapeOf(surface: string): Shape {
  const first = surface[0] as string;
  if (first === first.toLowerCase()) return Shape.Lower;
  if (surface.length > 1 && surface === surface.toUpperCase()) return Shape.Upper;
  return Shape.Capital;
}
