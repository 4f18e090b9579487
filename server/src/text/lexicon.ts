/** Closed word classes of English that the shallow reading of a sentence leans on. Open classes live in the rulebook. */

/** Bits that may be set together on one word. */
export const Tag = {
  Article: 1 << 0,
  Adverb: 1 << 1,
  Auxiliary: 1 << 2,
  Modal: 1 << 3,
  Negator: 1 << 4,
  Preposition: 1 << 5,
  Conjunction: 1 << 6,
  Subordinator: 1 << 7,
  Relative: 1 << 8,
  SubjectPronoun: 1 << 9,
  ObjectPronoun: 1 << 10,
  Possessive: 1 << 11,
  Reflexive: 1 << 12,
  Determiner: 1 << 13,
  Catenative: 1 << 14,
  Speech: 1 << 15,
  Belief: 1 << 16,
  TimeNoun: 1 << 17,
  Quantifier: 1 << 18,
  Influence: 1 << 19,
} as const;

const tags = new Map<string, number>();
function add(bit: number, words: string): void {
  for (const word of words.split(/\s+/)) if (word) tags.set(word, (tags.get(word) ?? 0) | bit);
}

add(Tag.Article, 'a an the');
add(
  Tag.Adverb,
  `again also always almost already altogether anyway basically constantly continually currently even ever evidently far forever frequently further
  generally hardly however indeed just largely less likewise maybe merely more most mostly much never nevertheless now obviously often once only otherwise
  perhaps possibly possible probably poss prob quite rather really repeatedly routinely sadly seemingly simply so sometimes somewhat soon still then there
  therefore thus too twice usually very well yet fully knowingly openly seldom rarely clearly either both all together regularly daily nightly weekly
  apparently allegedly actively totally completely utterly barely scarcely simply truly honestly frankly literally perfectly entirely persistently
  consistently increasingly periodically occasionally historically previously recently today tonight yesterday potentially unfortunately arguably
  er erm um uh comma absolutely definitely essentially effectively nonetheless regardless particularly especially highly extremely incredibly seriously significantly easily
  simultaneously subsequently initially finally eventually later instead together longer little`,
);
add(Tag.Auxiliary, `am is are was were be been being has have had having do does did`);
add(
  Tag.Auxiliary | Tag.Negator,
  `isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't isnt arent wasnt werent hasnt havent hadnt dont doesnt didnt ain't dosn't dosnt doesent dosent didn't`,
);
add(Tag.Modal, `will would shall should can could may might must ought cannot wont cant`);
add(
  Tag.Modal | Tag.Negator,
  `won't wouldn't shan't shouldn't can't couldn't mightn't mustn't cannot wont wouldnt shouldnt cant couldnt mustnt needn't neednt`,
);
add(Tag.Negator, `not never nor neither`);
add(
  Tag.Preposition,
  `about above across after against along amid among around as at before behind below beneath beside besides between beyond by despite down during except for
  from in inside into like near of off on onto out outside over past per plus regarding round since through throughout to toward towards under until up upon via with
  within without w w/ re concerning`,
);
add(Tag.Conjunction, `and but or nor then so & + plus yet`);
add(
  Tag.Subordinator,
  `because if when while whilst although though unless until since as that whether where why how whereas before after once lest what`,
);
add(Tag.Relative, `who whom that which whose`);
add(
  Tag.SubjectPronoun,
  `he she they i we you it who someone somebody anyone anybody everyone everybody nobody`,
);
add(Tag.SubjectPronoun, `shes hes theyre noone whoever`);
add(Tag.ObjectPronoun, `hers theirs mine ours`);
add(Tag.ObjectPronoun, `him her them me us you it whom`);
add(Tag.Possessive, `his her their its my our your whose`);
add(
  Tag.Reflexive,
  `herself himself themself themselves theirself theirselves hisself self itself myself yourself ourselves yourselves oneself`,
);
add(
  Tag.Determiner,
  `a an the this that these those his her their its my our your some any no every each another such both either neither which what`,
);
add(
  Tag.Quantifier,
  `several many few some all most both two three four five six seven eight nine ten more various numerous any no every each`,
);
// Verbs that hand their subject on to the verb that follows ("keeps putting", "wants to go", "is said to be meeting").
add(
  Tag.Catenative,
  `continue continues continued continuing keep keeps kept keeping carry carries carried persist persists persisted persisting insist insists insisted
  tend tends tended seem seems seemed appear appears appeared start starts started starting begin begins began begun stop stops stopped try tries tried trying
  attempt attempts attempted manage manages managed want wants wanted wanting need needs needed like likes liked love loves loved prefer prefers preferred
  wish wishes wished hope hopes hoped intend intends intended plan plans planned planning decide decides decided deciding choose chooses chose chosen choosing
  opt opts opted refuse refuses refused refusing fail fails failed failing used going go goes went come comes came due set able unable willing unwilling likely keen happy
  happier reluctant content eager prepared ready inclined said believed thought known understood reported deemed felt considered seen found alleged suspected
  struggle struggles struggled struggling prone liable bound determined adamant happens happened end ends ended habit apt yet free about tempted desperate
  proceed proceeds proceeded enjoy enjoys enjoyed cease ceases risk risks risked cont`,
);
add(
  Tag.Speech,
  `say says said saying tell tells told telling explain explains explained describe describes described describing report reports reported state states stated stating
  mention mentions mentioned claim claims claimed claiming insist insists insisted write writes wrote written text texted disclose discloses disclosed
  call calls called calling refer refers referred admit admits admitted advise advises advised ask asks asked answer answered reply replied replies
  note notes noted allege alleges alleged confirm confirms confirmed shout shouted repeat repeated maintain maintains maintained deny denies denied assert asserts
  comment comments commented according per quote quotes quoted label labels labelled`,
);
add(
  Tag.Belief,
  `think thinks thought thinking feel feels felt believe believes believed reckon reckons reckoned suspect suspects suspected assume assumes assumed consider considers
  considered deem deems deemed view views viewed regard regards regarded fear fears feared accept accepts accepted agree agrees agreed worry worries worried see sees seen`,
);
add(
  Tag.TimeNoun,
  `night nights morning afternoon evening day days week weeks weekend weekends month months year years time times today tonight yesterday monday tuesday wednesday
  thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays hour hours occasion occasions hrs date occurrence january
  february march april june july august september october november december christmas summer-holidays minute minutes moment`,
);
add(
  Tag.Influence,
  `persuaded pressured pressurised pressurized coerced forced ordered instructed groomed tricked deceived lured enticed manipulated threatened blackmailed bribed bullied
  controlled induced compelled made told talked drawn directed trafficked duped conditioned intimidated tempted-by`,
);

/** `-ly` words that are not adverbs. */
const NOT_ADVERB = new Set(
  'kimberly beverly everly carly karly shelly nelly milly tilly family only likely early lonely friendly elderly ugly silly reply apply supply rely ally bully fly july daily weekly holly billy kelly molly sally lilly polly emily lily willy comply imply'.split(
    ' ',
  ),
);

/** The closed classes of a lower-case word, as bits of {@link Tag}. */
export function tagsOf(lower: string): number {
  const known = tags.get(lower);
  if (known !== undefined) return known;
  if (lower.length > 4 && lower.endsWith('ly') && !NOT_ADVERB.has(lower)) return Tag.Adverb;
  return 0;
}

/** The words of the closed classes: what a slip in a small word may stand for. */
export const CLOSED_WORDS: { has(word: string): boolean } = tags;

/** Slips in words so short that an edit tells nothing, but that everybody makes. */
export const SMALL_SLIPS: ReadonlyMap<string, string> = new Map(
  'teh=the hte=the adn=and nad=and hre=her ehr=her hsi=his hsa=has ahs=has wsa=was nto=not thta=that taht=that wiht=with wtih=with ahve=have hvae=have thier=their thme=them fomr=from jsut=just becuase=because tihs=this waht=what whne=when hwo=who tehy=they sehs=shes ot=to fo=of iwth=with stil=still abot=about agin=again cna=can nver=never'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
