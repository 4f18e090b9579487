import type { Severity } from '../finding.ts';

/** What is known of the facts a condition names: true or false, a word such as a grade, or nothing. */
export interface Known {
  fact(id: string): boolean | string | undefined;
  /** Whether the field with this id has an answer. */
  answered(field: string): boolean;
}

/** A condition over facts. `undefined`: a fact it needs is not known. */
export type Condition = (known: Known) => boolean | undefined;

/** How much a form needs a field, and when: the gravest clause whose condition holds. */
export interface Need {
  readonly source: string;
  /** Facts and fields its conditions name. */
  readonly names: ReadonlySet<string>;
  /** The severity at which the field is asked for, or undefined when it is not. */
  severity(known: Known): Severity | undefined;
}

const GRAVITY: readonly Severity[] = ['information', 'warning', 'error'];

/**
 * Reads `error`, `warning; error if in-care or grade=high`, `error if (a or not b) and c; warning`.
 * @throws Error saying what is wrong
 */
export function parseNeed(source: string): Need {
  const names = new Set<string>();
  const clauses = source.split(';').map((clause) => {
    const [, severity = '', condition] = /^\s*(\w+)(?:\s+if\s+(.+?))?\s*$/.exec(clause) ?? [];
    if (!GRAVITY.includes(severity as Severity))
      throw new Error(`“${clause.trim()}” begins with none of error, warning, information`);
    return {
      severity: severity as Severity,
      condition: condition === undefined ? undefined : parseCondition(condition, names),
    };
  });
  return {
    source,
    names,
    severity(known) {
      let gravest: Severity | undefined;
      for (const { severity, condition } of clauses) {
        if (condition && condition(known) !== true) continue;
        if (gravest === undefined || GRAVITY.indexOf(severity) > GRAVITY.indexOf(gravest)) gravest = severity;
      }
      return gravest;
    },
  };
}

/**
 * Reads facts joined by `and`, `or`, `not` and brackets; `grade=high` asks for a value, `field?` whether a field is answered.
 * Something unknown makes the whole unknown, unless the rest decides it.
 * @param names receives every fact and field named
 * @throws Error saying what is wrong
 */
export function parseCondition(source: string, names: Set<string> = new Set()): Condition {
  const tokens = source.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const condition = either();
  if (at < tokens.length) throw new Error(`“${tokens[at]}” is not expected in the condition: ${source}`);
  return condition;

  function either(): Condition {
    const parts = [both()];
    while (tokens[at] === 'or') {
      at++;
      parts.push(both());
    }
    return parts.length === 1
      ? (parts[0] as Condition)
      : (known) =>
          decide(
            parts.map((p) => p(known)),
            true,
          );
  }

  function both(): Condition {
    const parts = [one()];
    while (tokens[at] === 'and') {
      at++;
      parts.push(one());
    }
    return parts.length === 1
      ? (parts[0] as Condition)
      : (known) =>
          decide(
            parts.map((p) => p(known)),
            false,
          );
  }

  function one(): Condition {
    const token = tokens[at++];
    if (token === 'not') {
      const inner = one();
      return (known) => {
        const value = inner(known);
        return value === undefined ? undefined : !value;
      };
    }
    if (token === '(') {
      const inner = either();
      if (tokens[at++] !== ')') throw new Error(`a bracket is not closed in the condition: ${source}`);
      return inner;
    }
    if (token === undefined || token === ')' || token === 'and' || token === 'or')
      throw new Error(`a fact is missing in the condition: ${source}`);
    if (token.endsWith('?')) {
      const field = token.slice(0, -1);
      names.add(field);
      return (known) => known.answered(field);
    }
    const [fact = '', value] = token.split('=');
    names.add(fact);
    return value === undefined
      ? (known) => {
          const said = known.fact(fact);
          return said === undefined ? undefined : said !== false;
        }
      : (known) => {
          const said = known.fact(fact);
          return said === undefined ? undefined : said === value;
        };
  }
}

/** One `decisive` value decides; otherwise something unknown leaves it open. */
function decide(values: readonly (boolean | undefined)[], decisive: boolean): boolean | undefined {
  if (values.includes(decisive)) return decisive;
  return values.includes(undefined) ? undefined : !decisive;
}
