import { MOST_WORDS, memoized } from '../../text/memoized.ts';
import { foldWord } from '../../text/words.ts';
import { isCommon } from '../common-words.ts';
import { type EventKind, eventsOf } from './event-words.ts';

/** What a word is by its letters, wherever it stands. */
export interface Spelling {
  readonly text: string;
  readonly folded: string;
  readonly startsWithCapital: boolean;
  readonly isShouted: boolean;
  /** It is no word of its own: the "'ll" of "she'll". */
  readonly isContraction: boolean;
  /** Any text may use it. */
  readonly isCommon: boolean;
  /** What events it may tell of. */
  readonly events: readonly EventKind[];
}

const CONTRACTION = /n['’]t$|['’](?:d|ll|re|ve|m|em)$/i;

/** The spelling of a word as it is written. */
export const spellingOf = memoized((word): Spelling => {
  const folded = foldWord(word);
  return {
    text: word,
    folded,
    startsWithCapital: /^\p{Lu}/u.test(word),
    isShouted: word.length > 1 && word === word.toUpperCase(),
    isContraction: CONTRACTION.test(word),
    isCommon: isCommon(folded),
    events: eventsOf(folded),
  };
}, MOST_WORDS);
