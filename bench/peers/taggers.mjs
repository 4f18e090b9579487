import nlp from 'compromise/two';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/**
 * Part-of-speech taggers, behind one shape.
 * @returns {{ name: string, verbsOf: (text: string) => Set<number> }[]} the UTF-16 offsets at which words start that are verbs
 */
export function taggers() {
  return [
    { name: 'compromise', verbsOf: compromiseVerbs },
    { name: 'wink-nlp', verbsOf: winkVerbs(winkNLP(model)) },
  ];
}

function compromiseVerbs(text) {
  const verbs = new Set();
  for (const sentence of nlp(text).json({ offset: true, terms: { tags: true, offset: true } }))
    for (const { tags, offset } of sentence.terms) if (tags.includes('Verb')) verbs.add(offset.start);
  return verbs;
}

function winkVerbs(wink) {
  const { its } = wink;
  return (text) => {
    const tokens = wink.readDoc(text).tokens();
    const values = tokens.out(its.value);
    const spaces = tokens.out(its.precedingSpaces);
    const tags = tokens.out(its.pos);
    const verbs = new Set();
    let at = 0;
    values.forEach((value, k) => {
      at += spaces[k].length;
      if (tags[k] === 'VERB' || tags[k] === 'AUX') verbs.add(at);
      at += value.length;
    });
    return verbs;
  };
}
