import { JSONParser } from '@streamparser/json';
import { DamagedHistory } from './damaged-history.ts';
import type { JsonItem } from './format.ts';

/**
 * Reads a JSON file item by item, without holding all of it in memory.
 *
 * @param paths the paths of the items, as in `$.*` or `$.shows.*`
 * @param onItem returns `false` to stop reading
 * @throws {DamagedHistory}
 */
export async function readJson(
  text: AsyncIterable<string>,
  paths: readonly string[],
  onItem: (item: JsonItem) => boolean,
): Promise<void> {
  const parser = new JSONParser({ paths: [...paths], keepStack: false });
  let isStopped = false;
  parser.onValue = ({ value, stack }) => {
    if (isStopped) return;
    const path = stack
      .slice(1)
      .map(({ key }) => key)
      .join('.');
    isStopped = !onItem({ path, value });
  };
  // otherwise errors would be thrown, and their messages quote the file
  let isDamaged = false;
  parser.onError = () => {
    isDamaged = true;
  };
  for await (const piece of text) {
    if (parser.isEnded && piece.trim() === '') continue;
    parser.write(piece.replace(/^\ufeff/, ''));
    if (isStopped) return;
    if (isDamaged) throw new DamagedHistory();
  }
  if (!parser.isEnded) throw new DamagedHistory();
}
