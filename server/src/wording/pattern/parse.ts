/** The pattern language of docs/writing-rules.md: text to syntax tree. */

export type PatternNode =
  | { readonly type: 'word'; readonly word: string; readonly exact: boolean }
  | { readonly type: 'class'; readonly name: string }
  | { readonly type: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly type: 'optional'; readonly item: PatternNode }
  | { readonly type: 'gap'; readonly max: number }
  | { readonly type: 'not'; readonly item: PatternNode }
  /** A dash, a colon, an equals sign or a form of be, where nothing is said of a noun without one; only the compiler makes it. */
  | { readonly type: 'break' }
  | { readonly type: 'head'; readonly item: PatternNode }
  | { readonly type: 'capture'; readonly name: string; readonly item: PatternNode }
  | { readonly type: 'span-start' }
  | { readonly type: 'span-end' };

/** A pattern that does not parse: what is wrong, and at which UTF-16 offset of the pattern. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = 'PatternError';
  }
}

const TOKEN = /\s+|[(){}|?!~]|\.\.\d?|=?"[^"]*"|[^\s(){}|?!~"]+/gy;
const DEFAULT_GAP = 4;
const MAX_GAP = 8;

interface Lexeme {
  readonly text: string;
  readonly offset: number;
  /** No space stands before it: a quantifier or a capture name belongs to what precedes. */
  readonly glued: boolean;
}

/**
 * Parses one pattern.
 * @throws PatternError with the offset of the first thing that does not fit
 */
export function parsePattern(source: string): PatternNode {
  const lexemes = lex(source);
  let at = 0;

  const peek = (): Lexeme | undefined => lexemes[at];
  const fail = (message: string): never => {
    throw new PatternError(message, peek()?.offset ?? source.length);
  };

  function choice(closer: string | undefined): PatternNode {
    const options = [sequence(closer)];
    while (peek()?.text === '|') {
      at++;
      options.push(sequence(closer));
    }
    return options.length === 1 ? (options[0] as PatternNode) : { type: 'choice', options };
  }

  function sequence(closer: string | undefined): PatternNode {
    const items: PatternNode[] = [];
    for (let next = peek(); next && next.text !== '|' && next.text !== closer; next = peek()) {
      if (next.text === ')') fail('a closing bracket without an opening one');
      items.push(...item());
    }
    if (items.length === 0) fail('nothing stands here');
    return items.length === 1 ? (items[0] as PatternNode) : { type: 'sequence', items };
  }

  function item(): PatternNode[] {
    const lexeme = lexemes[at++] as Lexeme;
    let nodes: PatternNode[];
    if (lexeme.text === '(') {
      const inner = choice(')');
      if (peek()?.text !== ')') fail('a bracket is not closed');
      at++;
      nodes = [inner];
    } else if (lexeme.text === '{') return [{ type: 'span-start' }];
    else if (lexeme.text === '}') return [{ type: 'span-end' }];
    else if (lexeme.text === '!') return [{ type: 'not', item: single(item()) }];
    else if (lexeme.text === '~') return [{ type: 'head', item: single(item()) }];
    else if (lexeme.text === '?') throw new PatternError('a ? must follow a word or a group', lexeme.offset);
    else if (lexeme.text.startsWith('..')) {
      const max = lexeme.text.length > 2 ? Number(lexeme.text.slice(2)) : DEFAULT_GAP;
      if (max > MAX_GAP || max < 1) throw new PatternError(`a gap is 1 to ${MAX_GAP} words`, lexeme.offset);
      nodes = [{ type: 'gap', max }];
    } else nodes = words(lexeme);

    const capture = peek();
    if (capture?.glued && /^=[a-z]+$/.test(capture.text)) {
      at++;
      nodes = [{ type: 'capture', name: capture.text.slice(1), item: single(nodes) }];
    }
    if (peek()?.text === '?' && peek()?.glued) {
      at++;
      nodes = [{ type: 'optional', item: single(nodes) }];
    }
    return nodes;
  }

  const tree = choice(undefined);
  if (at < lexemes.length) fail('this cannot stand here');
  return tree;
}

function single(nodes: PatternNode[]): PatternNode {
  return nodes.length === 1 ? (nodes[0] as PatternNode) : { type: 'sequence', items: nodes };
}

function lex(source: string): Lexeme[] {
  const out: Lexeme[] = [];
  TOKEN.lastIndex = 0;
  let glued = false;
  for (let offset = 0; offset < source.length; offset = TOKEN.lastIndex) {
    const match = TOKEN.exec(source);
    if (!match) throw new PatternError('this cannot be read', offset);
    const text = match[0];
    if (/^\s/.test(text)) {
      glued = false;
      continue;
    }
    out.push({ text, offset, glued });
    glued = true;
  }
  return out;
}

/** A class name, or a word; hyphens and quotation marks split into the words between. */
function words(lexeme: Lexeme): PatternNode[] {
  let text = lexeme.text;
  const exact = text.startsWith('=');
  if (exact) text = text.slice(1);
  const quoted = text.startsWith('"');
  if (quoted) text = text.slice(1, -1);
  if (!quoted && !exact && /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/.test(text)) return [{ type: 'class', name: text }];
  // Writers use dashes of every length for the same thing.
  if (quoted && /^[-–—]$/.test(text))
    return [
      { type: 'choice', options: ['-', '–', '—'].map((word) => ({ type: 'word', word, exact: true })) },
    ];
  const parts = text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .split(/[\s-]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) throw new PatternError('an empty word', lexeme.offset);
  const bad = parts.find((part) => !/^([a-zà-ÿ0-9'&@/+.]+|[:,;=])$/.test(part));
  if (bad) throw new PatternError(`“${bad}” is not a word`, lexeme.offset);
  return parts
    .flatMap((part) => splitClitic(part))
    .map((word) => ({ type: 'word', word, exact }) as PatternNode);
}

/** "harm's" is two tokens in a text, so it is two in a pattern. */
function splitClitic(part: string): string[] {
  const match = /^(.+)('(?:s|re|ve|ll|d|m))$/.exec(part);
  return match ? [match[1] as string, match[2] as string] : [part];
}
