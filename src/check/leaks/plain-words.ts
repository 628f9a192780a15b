/** Words that carry a sentence: none is a name, not even with a capital, unless it stands in the middle of a sentence. */
const FUNCTION_WORDS = new Set(
  `a an the and or but if when while as at by for from in into of off on onto out over to up with without within after
  before during until since because though although through under about against between among that this these those he
  she it we they you i me him her us them his hers its our ours my mine your yours their theirs who whom whose which what
  why how where there here is are was were be been being am do does did done has have had having will would shall should
  can could might must ought not no nor so then than too very just also only even now once yet still again both each
  every either neither some any all most more many much few several one two three four five six seven eight nine ten
  another other others such own same everyone everybody nobody somebody someone anyone anybody everything nothing
  something anything never always ever soon later earlier first last next perhaps maybe let`.split(
    /\s+/,
  ),
);

/** Forms of address. They begin a name and are none. */
const ADDRESSES = new Set(
  `mr mrs ms miss mister mistress mme madame monsieur dr sir ser madam lady lord captain officer doctor professor
  inspector detective sergeant lieutenant colonel general major commander agent sheriff judge king queen prince princess
  duke duchess earl count countess baron baroness uncle aunt auntie cousin father mother sister brother grandma grandpa
  grandmother grandfather old young little poor dear saint reverend president senator governor mayor chief`.split(
    /\s+/,
  ),
);

/** Names that everybody knows: of days, months, peoples. */
const EVERYBODYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter english british american french german spanish italian russian chinese
  japanese irish scottish welsh dutch polish greek turkish indian african european asian australian canadian mexican
  swedish norwegian danish finnish portuguese roman jewish christian muslim catholic latin america england britain france
  germany spain italy russia china japan ireland scotland wales europe africa asia god tv ok`.split(
    /\s+/,
  ),
);

/** A function word that is a first name as well: it counts only with a capital that nothing else explains. */
const ALSO_FIRST_NAME = 'will';

export function isFunctionWord(folded: string): boolean {
  return FUNCTION_WORDS.has(folded);
}

export function isAlsoFirstName(folded: string): boolean {
  return folded === ALSO_FIRST_NAME;
}

export function isAddress(folded: string): boolean {
  return ADDRESSES.has(folded);
}

export function isEverybodys(folded: string): boolean {
  return EVERYBODYS.has(folded);
}
