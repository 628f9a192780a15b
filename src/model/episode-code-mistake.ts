import { episodeCodesIn } from './episode-mentions.ts';
import { parseEpisodeWords } from './episode-words.ts';

/** How `1.05`, `1-05` and `105` may be meant: a season and an episode without their letters. */
const NUMBERS = /^\d{1,2}\s*[.:,/-]\s*\d{1,3}$/;

/**
 * What is wrong with a text that should be an episode code, and how to write it. It follows the name of what holds
 * the code, and quotes nothing of the text.
 */
export function episodeCodeMistake(text: string): string {
  const written = text.trim();
  if (written === '') return 'is empty; write an episode code such as `S01E10`';
  if (NUMBERS.test(written)) {
    return 'is not an episode code; write season and episode with their letters, `S01E05` for 1.05';
  }
  const words = parseEpisodeWords(written);
  if (words?.kind === 'number') {
    return 'has no season; write season and episode, as in `S01E05`';
  }
  if (words?.kind === 'code') {
    return 'is not an episode code; write `S01E02` for “Season 1 Episode 2”';
  }
  if (episodeCodesIn(written).length > 1) {
    return 'has more than one episode; write only the last one, as in `S01E06`';
  }
  return 'is not an episode code; write it as `S01E10`';
}
