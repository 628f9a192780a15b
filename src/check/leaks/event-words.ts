import { wordKeys } from '../../text/inflections.ts';

/**
 * Words of events that a show keeps for an episode, by kind. Two words of a kind tell of the same event: whoever has
 * read that somebody is killed knows of the death. The words before the bar hardly ever mean anything else; those behind
 * it count only where a later recap uses a word of the same kind of the same person.
 */
const KINDS: Readonly<Record<string, string>> = {
  death: `death die dead deceased perish demise funeral burial bury corpse suicide sacrifice widow widower kill killing
    murder murderer slay execute execution behead beheading assassinate assassination poison strangle slaughter massacre
    decapitate lynch drown stake euthanize electrocute smother suffocate martyr mourn autopsy | grave end hang shoot stab
    killer victim fatal fate`,
  attack: `stab shoot wound maim cripple paralyze scar amputate rape assault ambush mutilate bite | attack push beat
    injure injury hurt shot bleed burn blood`,
  engagement: `engaged engagement betrothed betrothal fiance fiancee | propose proposal`,
  marriage: `marry marriage wedding wed bride bridegroom elope elopement divorce newlywed honeymoon | wife husband altar
    annul groom`,
  romance: `affair adultery seduce seduction mistress | kiss lover romance romantic cheat jilt girlfriend boyfriend`,
  birth: `pregnant pregnancy childbirth miscarriage miscarry abortion newborn | birth born baby child son daughter twin
    heir`,
  kinship: `bastard illegitimate parentage paternity adopted | father mother sister brother son daughter cousin twin
    parent niece nephew heir`,
  identity: `impostor imposter disguise unmask traitor spy masquerade | identity pretend alias reveal culprit mastermind
    villain`,
  betrayal: `betray betrayal treason traitor backstab conspire conspiracy blackmail | deceive deceit frame desert
    mutiny`,
  power: `crown coronation enthrone overthrow usurp coup abdicate abdication dethrone inherit inheritance heiress bequeath
    | throne king queen heir elect election promote resign fortune rich president lord`,
  capture: `arrest imprison imprisonment prisoner jail kidnap kidnapping abduct abduction hostage captive captivity
    enslave | capture convict prison trial guilty lock cage`,
  flight: `flee escape elope exile banish banishment defect disappearance | leave vanish disappear abandon farewell`,
  return: `resurrect resurrection revive reincarnate reborn | return rise alive survive survival survivor comeback
    reunite reunion`,
  change: `vampire werewolf zombie | transform transformation infect curse`,
  confession: `confess confession | admit discover expose`,
  destruction: `shipwreck arson demolish | fire burn destroy destruction explode explosion ruin wreck collapse sink bomb
    crash siege sack`,
  defeat: `defeat surrender | beat victory conquer triumph downfall`,
  illness: `leukemia overdose amnesia relapse | cancer coma blind blindness disease diagnose heal cure sight recover mad
    insane`,
  rescue: `rescue | save spare`,
};

/** Phrases with such words that tell of no event. They are passed over. */
const IDIOMS =
  /\b(?:dy(?:ing|ed) (?:to|for)\b|drop[- ]dead|dead (?:ends?|lines?|calm|of night|serious|pan)|(?:a|the) killer (?:of|performance|line)|kill(?:s|ed|ing)? (?:time|it)\b|to die for|over (?:his|her|my) dead body|born (?:in|into) an?\b|grave (?:face|mistake|danger|matter)s?|steals? the show|in the end|at the end)/gi;

/** An event that a word stands for. */
export interface EventKind {
  readonly kind: string;
  readonly isStrong: boolean;
}

const BY_KEY = new Map<string, EventKind[]>();
for (const [kind, words] of Object.entries(KINDS)) {
  const [strong = '', weak = ''] = words.split('|');
  for (const [list, isStrong] of [
    [strong, true],
    [weak, false],
  ] as const) {
    for (const word of list.split(/\s+/).filter((one) => one !== '')) {
      const key = wordKeys(word)[0] ?? word;
      const kinds = BY_KEY.get(key) ?? [];
      kinds.push({ kind, isStrong });
      BY_KEY.set(key, kinds);
    }
  }
}

/** What events a word may tell of; none for most. */
export function eventsOf(folded: string): readonly EventKind[] {
  for (const key of wordKeys(folded)) {
    const found = BY_KEY.get(key);
    if (found) return found;
  }
  return [];
}

/** A text with its idioms blanked, so that places in it stay. */
export function withoutIdioms(text: string): string {
  return text.replace(IDIOMS, (idiom) => ' '.repeat(idiom.length));
}
