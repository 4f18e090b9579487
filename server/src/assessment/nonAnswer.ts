/** What a value amounts to by its form alone, before its topic is looked at. */
export type ValueKind = 'empty' | 'bare-pointer' | 'pointer' | 'reasoned' | 'text';

/** Longer values say more than a phrase that fills a box. */
const LONGEST_FILLER = 60;

/** So much of a value tells what it amounts to, in UTF-16 units. */
const READ = 500;

/** Values that fill a field and say nothing (risk-forms 4.1, G2). */
const FILLER =
  /^(?:|[-–—.x?*]+|yes|y|no|nil|none(?: known| identified| at this time)?|various|n\/?k|not known|unknown|tb[cad]|(?:to be )?(?:confirmed|advised|decided|considered|arranged|checked|discussed|reviewed|obtained|done)|n\/?a|not applicable|to follow|noted|reviewed|all in hand|in hand|usual enq\w*|(?:cont(?:inue)? )?enq\w*(?: are)? (?:ongoing|continuing|continue)|ongoing|no change|nfu|as previously|pending|(?:(?:this|yesterday|last) )?(?:morning|afternoon|evening|night)|earlier(?: today| tonight)?|(?:at )?home|\[[^\]]*\])$/i;

/** "as above", "see log": where it is said to stand, and no more. */
const BARE_POINTER =
  /^(?:(?:circs|details|info|rationale|actions?) )?(?:as |please )?(?:see |refer to |per |as per |detailed |listed |recorded |stated )?(?:in |on |the )*(?:above|below|before|previous(?:ly)?|log|oel|storm|niche|compact|athena|report|mg\d+|ppn|crime report|initial review|last review|cad|incident)(?: log| report| entry| entries| review| above)*$/i;

/** It names what it points to and says that it still holds (G3). */
const STANDS =
  /\b(?:stands?|still (?:applies|apply|holds?|stands?|valid|current|correct)|appl(?:y|ies)|unchanged|remains?|nothing new|no new info\w*|checked (?:tonight|today|now|at|again)|see sensitive log)\b/i;
const NAMES_ENTRY =
  /\b(?:review|entry|plan|log|rationale|assessment|decision|form|note|minutes|interview|rhi|pi)\b/i;

/** Considered and not done, with its reason (G4); not yet known, with who will find out (G5). */
const REASONED =
  /\b(?:not|no|nil|none|never|n\/a|declined|unable|considered)\b.{0,80}(?:\b(?:because|as|since|due to|given that|confirmed|per|agreed|until)\b|[:–-])|\b(?:to (?:ask|check|obtain|confirm|establish|find out)|will (?:ask|check|obtain|confirm|visit|call))\b.{0,60}\b(?:by|at|before|within|today|tonight|tomorrow|\d{3,4})/i;

/**
 * Reads a value, as it stands under a label.
 * @param value the text under the label
 */
export function kindOfValue(value: string): ValueKind {
  const text = value
    .slice(0, READ)
    .replace(/\r\n/g, '\n')
    .trim()
    .replace(/^[\s:*–—-]+/, '')
    .replace(/[\s.;,]+$/, '');
  if (text.length <= LONGEST_FILLER) {
    if (FILLER.test(text)) return 'empty';
    if (BARE_POINTER.test(text)) return 'bare-pointer';
  }
  if (NAMES_ENTRY.test(text) && STANDS.test(text)) return 'pointer';
  return REASONED.test(text) ? 'reasoned' : 'text';
}
