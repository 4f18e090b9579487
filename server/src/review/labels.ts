/**
 * Labels that supervisors write, whatever the form; lower case, without marks. Where a label could as well be prose (in the middle of a line, alone on
 * a line without punctuation, in lower case) only these are taken for one.
 */
const KNOWN = new Set(
  `
  review|next review|reviewed|reviewed by|reviewer|review time|review due|review date|review type|further review|reviewing supervisor|supervisor|supv|author|completed by|date|time|date/time|date and time
  child|misper|mp|yp|subject|ip|victim|vic|name|dob|age|home|nominal|circumstances|circs|synopsis|summary|situation|background|incident|info|information|brief facts|what happened|what has happened|sitrep|update
  risk|risk level|risk lvl|risk grade|grade|grading|risk grading|risk category|mfh grade|misper grade|cse level|cce level|level|risk assessment|current risk|overall risk|priority|rationale|reason|reasons|why|basis|justification|risk rationale|decision|decisions
  vulnerabilities|vulnerability|vulns|vuln|needs|health|medication|meds|mental health|markers|warning markers|flags|communication|comms|communications|voice|voice of the child|voc|child's voice|child voice|child's view
  history|pattern|chronology|previous missing|prev|prev mfh|checks|intel|intelligence|intel checks|research|systems|exploitation|cse|cce|ce|online|phone|phones|devices|platform
  poc|persons of concern|person of concern|associates|assocs|friends|boyfriend|suspect|suspects|susp|offender|siblings|sibs|other children|other kids
  enquiries|enqs|loe|lines of enquiry|investigation|investigation plan|inv|progress|actions|acts|action plan|action|tasks|taskings|plan|way forward|direction|directions|next steps|outstanding|o/s|hypotheses|hyps|hypothesis|next
  safeguarding|safety plan|protection|interim|referral|referrals|ppn|mash|csc|edt|social care|sw|social worker|strat|strategy|strategy discussion|family|parents|parent|carer|carers|nok|support|family support|placement
  nrm|disruption|cawn|bail|conditions|bail conds|evidence|forensics|cctv|crime|crimed|offence|offences|crime recorded|escalation|oversight|handover|h/o|fim|assessment|comments|supervisor comments|supervisor comment|comment|feedback|engagement|prevention
  last seen|lkp|ls|clothing|description|desc|reported|report|reported by|found|returned|return|rhi|pi|prevention interview|return interview|harm|threat|opportunity|where|who|when|what|how|closure|outcome|missing|trigger|search|searches|circulation|kirat
  gather information|assess threat and risk|assess|powers and policy|powers|options|options and contingencies|action and review|take action|code of ethics|method|intention|administration|humanitarian|admin|remove|avoid|reduce|accept|log|agreed|note|notes|oic|officer|ref
  `
    .split(/[|\n]/)
    .map((label) => label.trim())
    .filter((label) => label !== ''),
);

/** Whether supervisors use these words as a label; case, numbering, emphasis and "current", "initial", "updated" do not matter. */
export function isKnownLabel(label: string): boolean {
  const bare = label
    .toLowerCase()
    .replace(/^[\d.()\s]+/, '')
    .replace(/[*_:?]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return KNOWN.has(bare) || KNOWN.has(bare.replace(/^(?:current|initial|updated|my|police|the)\s+/, ''));
}

const RANK =
  '(?:(?:A|T|Temp|Acting|Det|Duty|Ch)[/. ]{1,2})?(?:PC|PCs|DC|DCs|PS|DS|TDC|PCSO|Sgt|Sergeant|Insp|Inspector|DI|DCI|CI|Supt|Superintendent|Detective (?:Sergeant|Inspector|Constable))';
const PERSON = new RegExp(`^${RANK}\\b\\.?(?: +\\d{1,6})?(?: +[A-Z][A-Za-z'-]+){0,3}$`, 'i');

const PRONOUN_IS = /\b(?:it|he|she|that|there|here|this)'s\b/i;
const OPENS_A_REPORT =
  /^(?:spoke|rang|called|told|asked|visited|went|came|said|advised|stated|informed|note|nb|please)\b/i;
const CLAUSE =
  /\b(?:she|he|they|i|we|is|was|are|were|has|have|had|said|says|told|states|stated|asked|wrote|put|will|would|can)\b/i;
// "Graded HIGH: 15, in care", "Risk now HIGH of repeat": the grade is given already.
const STATES_A_GRADE = /[a-z].*\b(?:HIGH|MED|MEDIUM|LOW)\b/;
/** "How she is", "What we know": a question is a label, whatever verb it has. */
const ASKS = /^(?:what|how|who|why|where) (?!.*\b(?:said|says|told|asked|stated)\b)(?:\S+ ){0,3}\S+$/i;
const MAX_WORDS = 7;

/** A label is a few words without a pronoun or a verb: "Risk grade", not "She said to PC Lomas"; nor is it the owner of an action. */
export function isLabel(text: string): boolean {
  const label = text.trim();
  if (label.split(/\s+/).length > MAX_WORDS || PRONOUN_IS.test(label) || OPENS_A_REPORT.test(label))
    return false;
  // A rank with nobody's name ("DI", "Duty Insp") asks who; with one it says who is to do something.
  if (PERSON.test(label) && /\s/.test(label) && !/^(?:duty|on-call) \w+$/i.test(label)) return false;
  if (STATES_A_GRADE.test(label)) return false;
  if (ASKS.test(label)) return true;
  return !CLAUSE.test(label) || /^[A-Z \d/&()'-]+$/.test(label);
}

/** "Risk MED" states a grade; a label asks for one. */
export function endsWithGrade(label: string): boolean {
  return /\b(?:high|medium|med|low|standard)$/i.test(label.trim()) && /\s/.test(label.trim());
}

/** The initials under which THRIVE, IIMARCH and RARA are written. */
export function isContainerInitial(letter: string): boolean {
  return 'THRIVEPMACHRSBO'.includes(letter);
}
