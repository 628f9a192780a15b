import plurals from 'irregular-plurals';
import lexicon from 'wink-lexicon';

/** Irregular forms of English verbs and nouns, each with its base: "threw" → "throw", "wives" → "wife". */
export const irregularForms: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from(plurals, ([singular, plural]) => [plural, singular])),
  ...lexicon.irregularVerbs,
};
