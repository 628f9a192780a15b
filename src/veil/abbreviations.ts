import { abbreviations } from './abbreviation-list.preval.ts';
import { lastWord } from './last-word.ts';

let listed: ReadonlySet<string> | undefined;

/**
 * Whether a period belongs to an abbreviation or an initial and so does not end a sentence. The lists are Unicode
 * CLDR's for English, French, German, Italian, Portuguese, Russian and Spanish.
 *
 * @param before the text before the period
 */
export function endsInAbbreviation(before: string): boolean {
  const word = lastWord(before);
  if (/^\p{L}\p{M}*(?:\.\p{L}\p{M}*)*$/u.test(word)) return true;
  // built when first needed: most shows declare no secrets
  listed ??= new Set(abbreviations.split(' '));
  return listed.has(word) || listed.has(word.toLowerCase());
}
