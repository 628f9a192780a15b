/** The message for a reader who has not met anybody yet. */
export const NOBODY_MET = "you have not met anybody yet in what you've unlocked";

/** What to say where names cannot be recognized. */
export function noCapitals(title: string): string {
  return `the recaps of ${title} are in a script without capitals, so names cannot be told from other words; a \`people.md\` would list them`;
}
