import { readDays } from './dates.ts';
import { type History, history } from './row.ts';
import type { Source } from './source.ts';

/** `NetflixViewingHistory.csv`: a title, which holds the show's and mostly no number, and a day. */
export function readNetflixHistory(source: Source): History | undefined {
  const { columns } = source;
  if (columns.length > 3 || !columns.includes('title') || !columns.includes('date'))
    return undefined;
  const { records } = source.table();
  const days = readDays(records.map((record) => record.get('date') ?? ''));
  return history({
    rows: records.map((record, index) => ({
      kind: 'titled',
      text: record.get('title') ?? '',
      when: days[index] ?? null,
    })),
  });
}
