/** Capitalized words that are not names of people: days, months, nationalities, forms of address. */
const NO_NAMES = words(`i monday tuesday wednesday thursday friday saturday sunday january february
  march july september october november december christmas easter english british american french german spanish italian
  russian chinese japanese irish scottish welsh dutch indian african european asian god season episode chapter part
  recap`);

/** Words that often begin sentences and are not names. */
const STARTERS =
  words(`it he she they we you this that these those there here when while after before if but and so then
  now what who whom whose why how where which his her hers their theirs its my our ours your yours not no yes as at on in
  with without for from by to all some many most both each every one two three meanwhile later once still also even only
  just though although because since until unless however perhaps nobody somebody everybody nothing something everything
  an or nor him them us me`);

/** Forms of address that say whether somebody is a man or a woman: "Mrs Cubitt" is not Hilton Cubitt. */
const GENDERED =
  words(`mr mrs ms miss mister missus sir madam madame mme mlle monsieur lady lord master mistress king
  queen prince princess duke duchess count countess baron baroness herr frau señor señora senor senora signor signora
  brother sister father mother uncle aunt`);

/** Other titles, offices and ranks. */
const NEUTRAL =
  words(`dr doctor prof professor st saint captain capt colonel col major maj general gen lieutenant lt
  sergeant sgt corporal private admiral commander officer inspector detective constable agent chief sheriff marshal
  judge justice president senator governor mayor minister chancellor ambassador reverend rev pastor bishop cardinal
  pope rabbi imam nurse coach chef squire emperor empress ser maester khal khaleesi septa grand young old little`);

/** Words that can stand within a name in small letters. */
const PARTICLES = words('de la le van von der den of du di da al el bin');

/** Whether a word with a capital is no name by itself. @param folded a word from `foldWord` */
export function isNoName(folded: string): boolean {
  return NO_NAMES.has(folded) || STARTERS.has(folded) || isTitle(folded);
}

/** Whether a word is a form of address, which belongs to the name after it. */
export function isTitle(folded: string): boolean {
  return GENDERED.has(folded) || NEUTRAL.has(folded);
}

/** Whether a word is a form of address for a man or for a woman. */
export function isGenderedTitle(folded: string): boolean {
  return GENDERED.has(folded);
}

/** Whether a name goes by a husband's: "Mrs Joe" is not Joe, nor is "Joe" short for her. */
export function isOfMarriage(name: string): boolean {
  return /^(?:mrs|mme|madame|frau|señora|signora)(?![\p{L}\p{N}])/iu.test(name);
}

/** Whether a word can connect the words of a name. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
