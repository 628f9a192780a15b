import type { RecapNews } from '../../app/reading-news.ts';
import type { ListRow, RecapRow } from '../recap-rows.ts';
import type { ReaderState } from '../state.ts';
import { listWidth } from './columns.ts';
import { cell, grouped, type ListLine } from './list-lines.ts';
import { glyphsOf, signsOf } from './page.ts';

const CODE_COLUMNS = 8;
/** Columns of "opens after S01E05". */
const NOTE_COLUMNS = 18;
/** Columns below which a row leaves out what its sign says as well. */
const NARROW = 56;

/** A show's list under the names of its seasons. */
export function recapLines(state: ReaderState, rows: readonly ListRow[]): ListLine[] {
  const width = listWidth(state);
  const noteColumns = width < NARROW ? 0 : NOTE_COLUMNS;
  const { ellipsis } = glyphsOf(state);
  const signs = signsOf(state);
  return grouped(rows, (row) => {
    if (row.kind === 'later') {
      const range = `${row.first} ${state.settings.isAscii ? '-' : '–'} ${row.last}`;
      return {
        spans: [
          { text: cell(range, width - noteColumns, ellipsis), style: { role: 'note' } },
          { text: noteColumns === 0 ? '' : `later, ${row.count}`, style: { role: 'note' } },
        ],
      };
    }
    if (row.kind === 'people') {
      return { spans: [{ text: cell(row.title, width, ellipsis), style: { role: 'text' } }] };
    }
    const code = row.episode ? row.episode.padEnd(CODE_COLUMNS) : '';
    const isHidden = row.title === null;
    const title = row.title ?? 'title hidden';
    const news = newsText(row.news);
    const sign = news
      ? signs.fresh
      : row.state === 'watched'
        ? signs.watched
        : row.state === 'next'
          ? signs.next
          : undefined;
    return {
      sign,
      spans: [
        {
          text: code,
          style: {
            role: row.state === 'next' ? 'accent' : row.state === 'later' ? 'note' : 'text',
          },
        },
        {
          text: cell(title, width - noteColumns - code.length, ellipsis),
          style: { role: isHidden ? 'note' : 'text' },
        },
        {
          text: noteColumns === 0 ? '' : spokenState(state, row) + (news || noteOf(row)),
          style: { role: news || row.state === 'next' ? 'accent' : 'note' },
        },
      ],
    };
  });
}

/** The sign of a recap that its note leaves out, in words. */
function spokenState({ settings }: ReaderState, { state, news }: RecapRow): string {
  const isLeftOut = newsText(news) !== '' || news?.isRead === true;
  if (!settings.isSpoken || !isLeftOut) return '';
  return state === 'watched' || state === 'next' ? `${state}, ` : '';
}

/** What is new in a recap, in a few words; empty if nothing is. */
export function newsText(news: RecapNews | undefined): string {
  if (news?.isNew) return 'new';
  const { passages } = news ?? { passages: 0 };
  if (passages === 0) return '';
  return passages === 1 ? '1 new passage' : `${passages} new passages`;
}

function noteOf({ state, opensAfter, news }: RecapRow): string {
  if (state === 'closed') return `opens after ${opensAfter}`;
  if (news?.isRead) return 'read';
  return state === 'open' || state === null ? '' : state;
}
