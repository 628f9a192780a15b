import { fold, wrap } from '../render/wrap.ts';
import { columns } from '../text/columns.ts';
import { bodyRows, sentenceColumns, textColumns } from './geometry.ts';
import type { WebAddress } from './link-destination.ts';
import type { ReaderState } from './state.ts';

/** What is asked below an address, and the answers. */
export const ADDRESS_ASKED = 'Open it in your browser? The page may contain spoilers.';
export const ADDRESS_ANSWERS: readonly string[] = ['[Enter] leave it', '[y] open it'];

/** A web address as the rows that show all of it; `undefined` if the screen has no room for them. */
export function shownAddress(state: ReaderState, { href }: WebAddress): string[] | undefined {
  const lines = fold([{ text: href, style: { role: 'link' } }], textColumns(state));
  if (lines.length + otherRows(state) > bodyRows(state.size)) return undefined;
  return lines.map(({ spans }) => spans.map(({ text }) => text).join(''));
}

/** Rows of the question that are not the address: a rule, the host, what is asked, the answers. */
function otherRows(state: ReaderState): number {
  const width = sentenceColumns(state);
  const asked = wrap([{ text: ADDRESS_ASKED, style: { role: 'text' } }], width).length;
  const answers = columns(ADDRESS_ANSWERS.join('   ')) <= width ? 1 : ADDRESS_ANSWERS.length;
  return 2 + asked + answers;
}
