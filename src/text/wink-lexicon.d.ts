declare module 'wink-lexicon' {
  /** `irregularVerbs`: irregular verb forms, each with its infinitive. */
  const lexicon: { readonly irregularVerbs: Readonly<Record<string, string>> };
  export default lexicon;
}
