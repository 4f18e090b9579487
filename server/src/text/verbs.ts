/** Verb forms: the irregular ones by table, the rest by the spelling rules of British English. */

/** The five forms of a verb. */
export interface VerbForms {
  readonly base: string;
  /** Third person singular present. */
  readonly s: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

// Longer verbs that double their last letter because the stress falls on it, or as British spelling has it.
const DOUBLING = new Set(
  'admit commit permit submit refer prefer defer occur begin forget regret control patrol rebel compel expel travel cancel label model counsel quarrel snorkel equip kidnap unwrap'.split(
    ' ',
  ),
);

// base past participle (the -s and -ing forms are regular unless given)
const IRREGULAR = `
arise arose arisen|become became become|begin began begun|bend bent bent|bite bit bitten|blow blew blown|break broke broken|bring brought brought
build built built|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|cut cut cut
deal dealt dealt|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought
find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|get got got|give gave given|go went gone|grow grew grown
hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid
lead led led|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid
put put put|read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|set set set|shake shook shaken|show showed shown|shut shut shut|sing sang sung|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent
stand stood stood|steal stole stolen|stick stuck stuck|swear swore sworn|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought
throw threw thrown|thrust thrust thrust|understand understood understood|wake woke woken|wear wore worn|win won won|wind wound wound|write wrote written
withdraw withdrew withdrawn|overcome overcame overcome|undergo underwent undergone|mistake mistook mistaken|upset upset upset|split split split|swap swapped swapped
shoot shot shot|smell smelt smelt|spoil spoilt spoilt|learn learnt learnt|burn burnt burnt|dream dreamt dreamt|lean leant leant|leap leapt leapt|strike struck struck
slip slipped slipped|court courted courted|bet bet bet|quit quit quit|spread spread spread|swing swung swung|creep crept crept|dig dug dug|sink sank sunk|kneel knelt knelt
wed wed wed|bid bid bid|rid rid rid|tread trod trodden|weep wept wept|bear bore borne|beat beat beaten|bind bound bound|breed bred bred|shine shone shone|sneak sneaked sneaked`;

const irregular = new Map<string, VerbForms>();
for (const row of IRREGULAR.split(/[|\n]/)) {
  const [base, past, participle] = row.trim().split(' ');
  if (base && past && participle)
    irregular.set(base, { base, s: addS(base), past, participle, ing: addIng(base) });
}
irregular.set('have', { base: 'have', s: 'has', past: 'had', participle: 'had', ing: 'having' });
irregular.set('do', { base: 'do', s: 'does', past: 'did', participle: 'done', ing: 'doing' });
irregular.set('go', { base: 'go', s: 'goes', past: 'went', participle: 'gone', ing: 'going' });
irregular.set('be', { base: 'be', s: 'is', past: 'was', participle: 'been', ing: 'being' });
irregular.set('lie', { base: 'lie', s: 'lies', past: 'lay', participle: 'lain', ing: 'lying' });

const pastForms = new Set<string>();
for (const forms of irregular.values()) {
  pastForms.add(forms.past);
  pastForms.add(forms.participle);
}

/** True for the past tense or participle of an irregular verb: went, drank, seen. */
export function isIrregularPast(form: string): boolean {
  return pastForms.has(form);
}

/** The five forms of a verb given in its base form, lower case. */
export function verbForms(base: string): VerbForms {
  const known = irregular.get(base);
  if (known) return known;
  const past = addEd(base);
  return { base, s: addS(base), past, participle: past, ing: addIng(base) };
}

function addS(word: string): string {
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/[^aeiou]o$/.test(word)) return `${word}es`;
  return `${word}s`;
}

function doubles(word: string): boolean {
  if (DOUBLING.has(word)) return true;
  return /^[^aeiou]*(qu)?[aeiou][bdfgklmnprtvz]$/.test(word);
}

function addEd(word: string): string {
  if (word.endsWith('e')) return `${word}d`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
  if (doubles(word)) return `${word}${word.at(-1)}ed`;
  return `${word}ed`;
}

function addIng(word: string): string {
  if (word.endsWith('ie')) return `${word.slice(0, -2)}ying`;
  if (word.endsWith('e') && !/(ee|oe|ye)$/.test(word) && word !== 'be') return `${word.slice(0, -1)}ing`;
  if (doubles(word)) return `${word}${word.at(-1)}ing`;
  return `${word}ing`;
}

/** The regular plural of a noun, or the irregular one where policing uses it. */
export function pluralOf(noun: string): string {
  const known = PLURALS.get(noun);
  if (known) return known;
  // photos, videos, but heroes: the short forms are what reviews write.
  if (/[^aeiou]o$/.test(noun) && !/(her|potat|tomat|ech|carg|vet)o$/.test(noun)) return `${noun}s`;
  if (/(kni|wi|li)fe$/.test(noun)) return noun.replace(/fe$/, 'ves');
  if (/(thie|shel|hal|wol|lea|loa|cal)f$/.test(noun)) return noun.replace(/f$/, 'ves');
  return addS(noun);
}

const PLURALS = new Map([
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['person', 'people'],
  ['life', 'lives'],
  ['wife', 'wives'],
  ['himself', 'themselves'],
]);

/**
 * Every form under which a pattern's word may stand in a text: the word itself, its verb forms and its plural, in both spellings
 * (-ise and -ize, -our and -or). What part of speech the word is does not matter: a form that does not exist never occurs.
 */
export function inflections(word: string): string[] {
  const forms = new Set<string>([word]);
  if (word === 'be') {
    for (const f of [
      'am',
      'is',
      'are',
      'was',
      'were',
      'been',
      'being',
      "isn't",
      "aren't",
      "wasn't",
      "weren't",
    ])
      forms.add(f);
  } else if (/^[a-zà-ÿ]{2,}$/.test(word) && !word.endsWith('self')) {
    const v = verbForms(word);
    for (const f of [v.s, v.past, v.participle, v.ing, pluralOf(word)]) forms.add(f);
    if (word === 'learn' || word === 'spoil' || word === 'dream' || word === 'burn' || word === 'lean')
      forms.add(`${word}ed`);
    if (word === 'get') forms.add('gotten');
    if (word === 'lie') forms.add('lied');
  }
  for (const form of [...forms]) for (const variant of spellings(form)) forms.add(variant);
  return [...forms];
}

/** American and Oxford spellings of a British form. */
function spellings(form: string): string[] {
  const out: string[] = [];
  if (/is(e|es|ed|ing|ation)$/.test(form)) out.push(form.replace(/is(e|es|ed|ing|ation)$/, 'iz$1'));
  if (/our(s|ed|ing)?$/.test(form) && form.length > 5) out.push(form.replace(/our(s|ed|ing)?$/, 'or$1'));
  return out;
}
