/** A text and the episode that it waits for: its index in viewing order. */
export interface GatedText {
  readonly index: number;
  readonly text: string;
}

/** What only texts of later episodes say: names, and sequences of four words. */
export interface LaterWords {
  readonly names: ReadonlySet<string>;
  readonly sequences: ReadonlySet<string>;
}

/**
 * @param open the index of the last episode that is open; -1 for none
 * @param free what everybody may read
 */
export function laterWords(texts: readonly GatedText[], open: number, free: string): LaterWords {
  const early = [free, ...texts.filter(({ index }) => index <= open).map(({ text }) => text)];
  const known = {
    names: new Set(early.flatMap(namesOf)),
    sequences: new Set(early.flatMap(sequencesOf)),
  };
  const late = texts.filter(({ index }) => index > open).map(({ text }) => text);
  return {
    names: new Set(late.flatMap(namesOf).filter((name) => !known.names.has(name))),
    sequences: new Set(late.flatMap(sequencesOf).filter((words) => !known.sequences.has(words))),
  };
}

/** What of it is in an output. */
export function leaked(output: string, { names, sequences }: LaterWords): string[] {
  const found = [...new Set(wordsOf(output))].filter((word) => names.has(word));
  return [...found, ...sequencesOf(output).filter((words) => sequences.has(words))];
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words with a capital that do not only begin a sentence are names; so short a test takes the others along. */
function namesOf(text: string): string[] {
  return wordsOf(text).filter((word) => /^\p{Lu}[\p{L}\p{N}]{3,}$/u.test(word));
}

function sequencesOf(text: string): string[] {
  const words = wordsOf(text.toLowerCase());
  return words.slice(3).map((_, index) => words.slice(index, index + 4).join(' '));
}
