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
  /** It may tell something even in small letters: not any text uses it, or it tells of events. */
  readonly isTelling: boolean;
  /** What events it may tell of. */
  readonly events: readonly EventKind[];
}

const CONTRACTION = /n['’]t$|['’](?:d|ll|re|ve|m|em)$/i;

/** The spelling of a word as it is written. */
export const spellingOf = memoized((word): Spelling => {
  const folded = foldWord(word);
  const events = eventsOf(folded);
  return {
    text: word,
    folded,
    startsWithCapital: /^\p{Lu}/u.test(word),
    isShouted: word.length > 1 && word === word.toUpperCase(),
    isContraction: CONTRACTION.test(word),
    isTelling: events.length > 0 || !isCommon(folded),
    events,
  };
}, MOST_WORDS);
