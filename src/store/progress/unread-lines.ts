import { crc32 } from '../../text/crc32.ts';
import { fitsShow, type LineProblem, namedShow } from './line.ts';

/** A line that could not be read. */
export interface UnreadLine {
  /** The file's name in the state folder. */
  readonly file: string;
  readonly text: string;
  /** The show that it is about, if that is certain. */
  readonly show: string | undefined;
  /** Whether a show has a readable entry after it in its file. */
  readonly isFollowedBy: (show: string) => boolean;
}

/**
 * The show that an unreadable line is about; `undefined` if that is not certain. The name in a damaged line may itself
 * be what is damaged, so it counts only if the file has an entry of that show before.
 *
 * @param isKnown whether the file has a readable entry of the show before the line
 */
export function showOfUnread(
  text: string,
  problem: LineProblem,
  isKnown: (show: string) => boolean,
): string | undefined {
  const name = namedShow(text);
  if (name === undefined) return undefined;
  return problem === 'newer' || isKnown(name) ? name : undefined;
}

/**
 * The lines that may lower the reader's progress in a show: those after its last readable entry in their file that are, or
 * may be, about it. Since they may reset it, they close the show until the reader sets their progress again.
 */
export function unreadLinesOf(show: string, lines: readonly UnreadLine[]): UnreadLine[] {
  return lines.filter((line) => {
    if (line.isFollowedBy(show)) return false;
    return line.show === undefined || line.show === show || fitsShow(line.text, show);
  });
}

/** Names a set of lines in the change that answers them; `undefined` for none. Order and repetition do not matter. */
export function digestOf(lines: readonly UnreadLine[]): string | undefined {
  if (lines.length === 0) return undefined;
  const sums = new Set(lines.map(({ text }) => crc32(text)));
  const all = crc32([...sums].sort((a, b) => a - b).join());
  return all.toString(16).padStart(8, '0');
}
