declare module 'wink-lexicon/src/irregular-verbs.js' {
  /** Forms of irregular verbs, each with the verb that it is of. */
  const verbs: Readonly<Record<string, string | undefined>>;
  export default verbs;
}
