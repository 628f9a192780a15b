import { type EpisodeCode, parseEpisodeCode, seasonAndNumber } from '../../model/episode.ts';
import { episodeCodesIn } from '../../model/episode-mentions.ts';
import { parseEpisodeWords } from '../../model/episode-words.ts';

/** `1.04` and `1:04`. A hyphen between two numbers would be a range as well. */
const NUMBERS = /^(\d{1,2})[.:](\d{1,3})$/;

/**
 * The episode that a mistyped code can only mean; `undefined` if it may mean another, as a number without a season
 * does.
 *
 * @param isGate a range is the last of its episodes, as that hides the most
 */
export function meantCode(written: string, isGate: boolean): EpisodeCode | undefined {
  const text = written.normalize('NFKC').trim();
  const numbers = NUMBERS.exec(text);
  if (numbers) return parseEpisodeCode(`${numbers[1]}x${numbers[2]}`);
  const words = parseEpisodeWords(text);
  if (words) return words.kind === 'code' ? words.code : undefined;
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (/^s\d{1,4}e\d{1,4}$/i.test(bare)) return parseEpisodeCode(bare);
  const isRange = /^s\d{1,4}e\d{1,4}(?:\s*(?:[-–—,&+/]|to|and)\s*(?:s\d{1,4})?e?\d{1,4})+$/i.test(
    text,
  );
  return isGate && isRange ? latest(episodeCodesIn(text)) : undefined;
}

function latest(codes: readonly EpisodeCode[]): EpisodeCode | undefined {
  return codes
    .toSorted((a, b) => {
      const [first, second] = [seasonAndNumber(a), seasonAndNumber(b)];
      return first[0] - second[0] || first[1] - second[1];
    })
    .at(-1);
}
