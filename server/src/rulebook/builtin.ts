import type { Rulebook } from './rulebook.ts';

/** The rulebook that ships with the product. */
export function builtinRulebook(): Rulebook {
  return {
    rules: new Map([
      [
        'AG06',
        {
          id: 'AG06',
          alias: 'engages-in-risky-behaviour',
          category: 'AGENCY',
          title: 'Engages in risky behaviour',
          severity: 'error',
          message: 'Who or what is creating this risk?',
          why: 'This can read as if the risk came from the child; it comes from the person who would harm.',
          explain: '',
          sources: ['HM-CLE', 'NSPCC-RISK'],
        },
      ],
    ]),
    sources: new Map(),
  };
}
