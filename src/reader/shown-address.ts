import { fold } from '../render/wrap.ts';
import { bodyRows, textColumns } from './geometry.ts';
import type { WebAddress } from './link-destination.ts';
import type { ReaderState } from './state.ts';

/** Rows of the question that are not the address: a rule, the host, what is asked, the answers. */
const OTHER_ROWS = 4;

/** A web address as the rows that show all of it; `undefined` if the screen has no room for them. */
export function shownAddress(state: ReaderState, { href }: WebAddress): string[] | undefined {
  const lines = fold([{ text: href, style: { role: 'link' } }], textColumns(state));
  if (lines.length + OTHER_ROWS > bodyRows(state.size)) return undefined;
  return lines.map(({ spans }) => spans.map(({ text }) => text).join(''));
}
