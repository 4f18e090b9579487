import source from 'virtual:rulebook';
import { compileRulebook } from './compile.ts';
import type { Rulebook } from './rulebook.ts';

let compiled: Rulebook | undefined;

/** The rulebook that ships with the product. The bundler reads server/rulebook/ and puts it in as data; it is compiled on first use. */
export function builtinRulebook(): Rulebook {
  compiled ??= compileRulebook(source);
  return compiled;
}
