import type { Random } from './random.ts';

const VOCABULARY =
  `anchor answer attic baker balcony barge bell boat bridge candle captain cellar chapel clerk cliff clock
  coast cook corridor cousin curtain dawn daughter debt doctor door drawer evening ferry fever field
  fisher flood fog garden gate glass grandmother gull harbour hinge home hour island kettle key ladder
  lamp lantern letter light locket map market mayor meadow mill mirror morning neighbour night oar
  orchard painter parlour pier pilot postman quarrel quay question rain road rope sailor sail school
  secret sister smoke stair storm street tailor tide tower uncle valley voice wall watch weather widow
  wind window winter witness`.split(/\s+/);

const VERBS =
  'asks brings carries closes counts finds follows forgets hears hides keeps leaves looks meets opens remembers sees sells takes waits'.split(
    ' ',
  );

/** So many invented words. */
export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => pick(random, VOCABULARY)).join(' ');
}

/** A sentence that says nothing about anything. */
export function sentence(random: Random): string {
  const subject = `The ${words(random, 2)} ${pick(random, VERBS)} the ${words(random, 1)}`;
  return `${subject} behind the ${words(random, 2)}, and the ${words(random, 1)} ${pick(random, VERBS)}.`;
}

/** So many sentences. */
export function sentences(random: Random, count: number): string {
  return Array.from({ length: count }, () => sentence(random)).join(' ');
}

function pick(random: Random, list: readonly string[]): string {
  return list[Math.floor(random() * list.length)] ?? '';
}
