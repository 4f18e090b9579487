import { Tag } from '../text/lexicon.ts';
import type { Tokens } from '../text/tokens.ts';
import { Shape, type Word, WordKind } from '../text/word.ts';
import type { PersonLexicon } from './lexicon.ts';

/** One observation about a name, made where it stands. */

export const TITLES_PRO = new Set(
  'pc dc ps ds di dci dsu insp inspector sgt sergeant constable supt superintendent ch chief dr doctor prof cllr pcso det detective wpc nurse dcs a/sgt t/insp acting'.split(
    ' ',
  ),
);
export const TITLES_ADULT = new Set('mr mrs ms miss mx'.split(' '));
const PLACE_WORDS = new Set(
  'street st road rd lane ln avenue ave close court house lodge park school academy college hospital suite station centre center way drive crescent place row terrace hill green square gardens grove view manor hall estate farm bridge walk mews cottage hotel flat flats unit ward building club church mosque market arcade project team toolkit police'.split(
    ' ',
  ),
);
export const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec english british police children'.split(
    ' ',
  ),
);

/** A body of people has members, not a name: "the team Ellie knows". */
export const COLLECTIVE =
  /^(teams?|units?|agency|agencies|force|police|patrol|crew|staff|court|services?|home|school|hospital|group|family|gang|network|control|mash|csc|edt|camhs|sarc|people)$/;

/** Acronyms of policing and care that a capitals-only surname must not be mistaken for. */
export const ACRONYMS = new Set(
  'awol cwod eupd bpd uasc neet ptsd ocd ld fasd nca nps pcp cpo cpp ehc dols mha imca cypmhs pnd nrpf wrap pace iict hsb fgm hbv da dv mdt ssd fgc ict pnc pnd cse cce csa ce nrm rhi iri pi mash mace marac mappa edt csc isva idva sarc abe vri camhs lado iro icpc ehcp send adhd asd bwv cctv anpr vrm btp uksv niche compact storm athena cris holmes philomena ppn marf vpr merlin oel log nfa tbc tba asap n/a oic sio fim fcr dsl gp a&e ymca yjs yot cps sopo shpo cawn sro stpo dols lac cla cic cin cp mfh misper yp ip vic wit hmicfrs iopc nspcc hmic acpo npcc ipcc ndm thrive iimarch rara sbar loe sleuth soca nca rtp rth s&w lkp tt ooc ob rso rvso ocg poi usi htc ebd sen pru rpu dob sim sims pin imei imsi iccid usb gps dna wifi vpn cctvs dvr atm id pdf whatsapp snapchat tiktok xbox high medium low risk standard not no yes must never only and the initial review missing urgent important note all'.split(
    ' ',
  ),
);

/** Makes of cars, shops, hotels, apps: capitals that are no people. */
const NOT_A_PERSON = new Set(
  'corsa golf fiesta focus polo astra clio transit audi bmw mercedes vauxhall ford kia nissan toyota skoda honda hyundai peugeot renault citroen volvo mazda tesla lexus range rover uber bolt addison asda tesco lidl aldi sainsburys morrisons greggs mcdonalds mcdonald kfc nandos costa starbucks primark boots travelodge premier ibis hilton holiday airbnb booking snapchat snap instagram insta tiktok discord roblox fortnite minecraft telegram signal kik wizz yubo monkey omegle facebook messenger youtube twitch netflix xbox playstation nintendo iphone samsung huawei android google apple paypal revolut monzo klarna vinted ebay amazon bitcoin oyster trainline nike adidas gucci moncler valium xanax ketamine mdma lean'.split(
    ' ',
  ),
);

/** True when a token looks like a person's name where it stands. */
export function looksLikeName(
  tokens: Tokens,
  i: number,
  from: number,
  lexicon: PersonLexicon,
  capitalsProse: boolean,
): boolean {
  const word = tokens.words[i];
  if (!word || word.kind !== WordKind.Word || word.shape === Shape.Lower || capitalsProse) return false;
  // "Miss B", "Mr C": a title makes a letter a name.
  if (word.surface.length < 2) return TITLES_ADULT.has(tokens.words[i - 1]?.lower ?? '');
  if (/\d|_/.test(word.surface)) return false;
  const lower = word.lower;
  if (CALENDAR.has(lower) || TITLES_PRO.has(lower) || TITLES_ADULT.has(lower)) return false;
  // "Foster carer": a word of care here, a name in "Foster said".
  if (
    lower === 'foster' &&
    /^(carers?|homes?|mum|dad|mother|father|parents?|placement|family|care)$/.test(
      tokens.words[i + 1]?.lower ?? '',
    )
  )
    return false;
  if (word.shape === Shape.Upper) {
    if (ACRONYMS.has(lower) || word.tags !== 0 || lexicon.noun(lower) || word.surface.length < 3)
      return false;
    return true;
  }
  if (word.tags !== 0 || NOT_A_PERSON.has(lower)) return false;
  // "the Corsa", "a Travelodge": a name with an article is a thing's.
  if (
    tokens.words[i - 1]?.tags &&
    (tokens.words[i - 1] as Word).tags & Tag.Article &&
    !lexicon.isForename(lower)
  )
    return false;
  if (startsSentence(tokens, i, from)) return lexicon.isForename(lower);
  if (lexicon.noun(lower) && !lexicon.isForename(lower)) return false;
  return true;
}

function startsSentence(tokens: Tokens, i: number, from: number): boolean {
  if (i === from) return true;
  const before = tokens.words[i - 1] as Word;
  return (
    before.kind === WordKind.Stop ||
    before.kind === WordKind.Clause ||
    before.kind === WordKind.Quote ||
    before.kind === WordKind.Symbol ||
    before.kind === WordKind.Number ||
    before.kind === WordKind.Dash
  );
}

/** Verbs and nouns of travel: "to" after them leads to a place. */
const TRAVEL =
  /^(go|goes|going|went|gone|come|comes|came|travel|travels|travell?ed|travell?ing|drive|drives|driving|drove|driven|take|takes|taking|took|taken|bring|brings|brought|move|moves|moved|moving|return|returns|returned|returning|train|trains|coach|bus|lift|trip|journey|ticket|tickets|route|way|over|up|down|back|transported|trafficked|sent|ran|run)$/;
const TRAVEL_REACH = 4;

/** "drive her to Doncaster", "from Clacton to Leeds": after a verb of travel, and no forename. */
function isDestination(tokens: Tokens, i: number, lexicon: PersonLexicon): boolean {
  const word = tokens.words[i] as Word;
  if (word.shape !== Shape.Capital || lexicon.isForename(word.lower)) return false;
  if (tokens.words[i + 1]?.kind === WordKind.Clitic) return false;
  if (!/^(to|from|towards|around|outside|via)$/.test(tokens.words[i - 1]?.lower ?? '')) return false;
  for (let k = i - 2; k >= Math.max(0, i - 2 - TRAVEL_REACH); k--) {
    const before = tokens.words[k] as Word;
    if (before.kind === WordKind.Stop) return false;
    if (TRAVEL.test(before.lower)) return true;
  }
  return false;
}

/** Towns that are surnames too, or would be read as one. */
const TOWNS = new Set(
  'hull leeds york derby lincoln preston bolton bradford burnley blackburn blackpool stockport oldham rochdale wigan bury salford warrington chester carlisle lancaster durham sunderland middlesbrough hartlepool doncaster rotherham sheffield barnsley wakefield halifax huddersfield scunthorpe grimsby boston nottingham leicester coventry birmingham wolverhampton walsall telford stafford stoke worcester hereford gloucester swindon bristol bath exeter plymouth truro taunton yeovil bournemouth poole southampton portsmouth brighton hastings eastbourne dover margate ramsgate maidstone dartford clacton colchester chelmsford ipswich norwich cambridge peterborough bedford luton watford stevenage harlow romford croydon sutton reading slough oxford milton northampton kettering corby rhyl wrexham cardiff swansea newport bangor liverpool manchester newcastle london glasgow edinburgh'.split(
    ' ',
  ),
);

/** "in Hull", "from Leeds", "to Stockport" */
function isTown(tokens: Tokens, i: number): boolean {
  const word = tokens.words[i] as Word;
  return (
    word.shape === Shape.Capital &&
    TOWNS.has(word.lower) &&
    tokens.words[i + 1]?.kind !== WordKind.Clitic &&
    /^(in|to|from|at|near|around|outside|via|towards|into|through|between)$/.test(
      tokens.words[i - 1]?.lower ?? '',
    )
  );
}

/** True when the token is part of a place name: "Mill Lane", "at Oak Lodge", "in Leeds", "drive her to Doncaster". */
export function isPlaceName(tokens: Tokens, i: number, to: number, lexicon: PersonLexicon): boolean {
  if (isDestination(tokens, i, lexicon) || isTown(tokens, i)) return true;
  for (let k = i + 1; k < Math.min(i + 3, to); k++) {
    const word = tokens.words[k] as Word;
    if (word.kind !== WordKind.Word || word.shape === Shape.Lower) {
      if (k === i + 1 && PLACE_WORDS.has(word.lower) && word.shape !== Shape.Lower) return true;
      break;
    }
    if (PLACE_WORDS.has(word.lower)) return true;
  }
  if (i > 0) {
    const before = tokens.words[i - 1] as Word;
    if (PLACE_WORDS.has((tokens.words[i] as Word).lower) && before.shape === Shape.Capital) return true;
    if (before.lower === 'op' || before.lower === 'operation') return true;
    if (
      (before.lower === 'in' ||
        before.lower === 'near' ||
        before.lower === 'via' ||
        (before.lower === 'into' && !lexicon.isForename((tokens.words[i] as Word).lower))) &&
      (tokens.words[i] as Word).shape === Shape.Capital
    ) {
      const after = tokens.words[i + 1];
      return after?.kind !== WordKind.Clitic;
    }
  }
  return false;
}

/** A paragraph in capitals throughout is prose; its words tell nothing by their capitals. */
export function isCapitalsProse(tokens: Tokens, from: number, to: number): boolean {
  let upper = 0;
  let words = 0;
  for (let i = from; i < to; i++) {
    const word = tokens.words[i] as Word;
    if (word.kind !== WordKind.Word || word.surface.length < 2) continue;
    words++;
    if (word.shape === Shape.Upper) upper++;
  }
  return words > 2 && upper / words > 0.6;
}
