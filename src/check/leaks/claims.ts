/** What a recap says about later episodes, and not about its own. */
const FORETELLS =
  /\b(?:(?:days?|weeks?|months?|years?) from now|will (?:one day|someday|eventually|later|never|not live|be dead|be alive|turn out)|will\b.*\bbefore (?:he|she|they|it) (?:is|are|can)|(?:nobody|none|no one)\b.*\b(?:can|could) know|little (?:do|does|did) (?:he|she|they)|(?:by|at|before) the end of the (?:season|series|show)|in (?:a later|another) (?:episode|season)|(?:in|by) the finale)\b/i;

/** Whether a sentence tells of later episodes. */
export function foretells(sentence: string): boolean {
  return FORETELLS.test(sentence);
}

/** A clause that claims nothing before it comes to an event. */
const SUPPOSES =
  /\b(?:whether|if|unless|would|could|might|nearly|almost|accuse[ds]?|threaten\w*|tr(?:y|ies|ied|ying) to|wants? to|fears?|hopes?|refuses? to|not|never)\b[^,;:]*$/i;

/** Whether what follows is only supposed. @param before the sentence up to it */
export function supposes(before: string): boolean {
  return SUPPOSES.test(before);
}

/** The sentence at the offset of a word, and what of it is before the word. */
export function sentenceAt(text: string, offset: number) {
  let from = offset;
  while (from > 0 && !'.!?'.includes(text.charAt(from - 1))) from--;
  const to = text.slice(offset).search(/[.!?]/);
  return {
    all: text.slice(from, to === -1 ? undefined : offset + to),
    before: text.slice(from, offset),
  };
}
