import { Readable } from 'node:stream';
import type { Show } from '../../src/gated/show.ts';
import type { Entry } from '../../src/history/entry.ts';
import { Matcher } from '../../src/history/match.ts';
import { type Proposal, propose } from '../../src/history/propose.ts';
import { type ReadHistory, readHistory } from '../../src/history/read.ts';
import { type Tally, Tallying } from '../../src/history/tally.ts';
import type { Place } from '../../src/model/order.ts';

/** A file's content in pieces of some size. */
function pieces(content: string | Uint8Array, size = 64 * 1024): AsyncIterable<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const count = Math.ceil(bytes.length / size);
  return Readable.from(
    Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size)),
  );
}

/** What a file says, with what it was taken for. */
export async function entriesOf(
  content: string | Uint8Array,
  { size }: { size?: number | undefined } = {},
): Promise<{ read: ReadHistory; entries: Entry[] }> {
  const entries: Entry[] = [];
  const read = await readHistory(pieces(content, size), {
    add: (entry) => entries.push(entry),
    isOfLibrary: () => true,
  });
  return { read, entries };
}

/** What files come to in a library, each of them a history. */
export async function tallyOf(
  contents: readonly string[],
  library: readonly Show[],
): Promise<Tally> {
  const matcher = new Matcher(library);
  const all = new Tallying(matcher);
  for (const content of contents) {
    const own = new Tallying(matcher);
    const read = await readHistory(pieces(content), {
      add: (entry) => own.add(entry),
      isOfLibrary: (title) => matcher.isOfLibrary(title),
    });
    if (read.kind !== 'history') throw new Error(`${read.kind}: ${content.slice(0, 60)}`);
    all.merge(own);
  }
  return all.result;
}

/** The places that files allow somebody who has not started, by the shows' folders. */
export async function placesOf(
  contents: readonly string[],
  library: readonly Show[],
): Promise<Map<string, Place>> {
  const { shows } = await tallyOf(contents, library);
  return new Map(
    shows.flatMap((tally) => {
      const { proposed } = proposalOf(tally);
      return proposed === null ? [] : [[tally.show.slug, proposed]];
    }),
  );
}

/** What is proposed to somebody who has not started. */
export function proposalOf(tally: Tally['shows'][number]): Proposal {
  return propose(tally.show.order, { through: null, shouldAsk: false }, tally);
}
