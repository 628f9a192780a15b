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

/** A text has few different words, many times. */
const known = new Map<string, Spelling>();
const MOST_KNOWN = 50_000;

export function spellingOf(word: string): Spelling {
  let spelling = known.get(word);
  if (!spelling) {
    const folded = foldWord(word);
    spelling = {
      text: word,
      folded,
      startsWithCapital: /^\p{Lu}/u.test(word),
      isShouted: word.length > 1 && word === word.toUpperCase(),
      isContraction: CONTRACTION.test(word),
      isCommon: isCommon(folded),
      events: eventsOf(folded),
    };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, spelling);
  }
  return spelling;
}
