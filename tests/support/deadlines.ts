import type { Deadlines } from '../../src/http/client.ts';
import { PATIENCE } from './patience.ts';

/** Milliseconds after which a server that says nothing is given up. */
const SILENCE = 300;

/**
 * Deadlines that are short only for a server that says nothing, so that nobody misses them because the machine is busy.
 *
 * @param isSilent whether the server will be silent, asked before each answer and before each part of one
 */
export function deadlines(isSilent: (before: 'answer' | 'part') => boolean): Deadlines {
  const longest = (before: 'answer' | 'part') => (isSilent(before) ? SILENCE : PATIENCE);
  return {
    get answer() {
      return longest('answer');
    },
    get silence() {
      return longest('part');
    },
    attempt: PATIENCE,
    wait: 2_500,
    backoff: 5,
  };
}
