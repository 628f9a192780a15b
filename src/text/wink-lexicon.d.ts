declare module 'wink-lexicon/src/irregular-verbs.js' {
  /** Irregular verb forms, each with its infinitive. */
  const verbs: Readonly<Record<string, string | undefined>>;
  export default verbs;
}
