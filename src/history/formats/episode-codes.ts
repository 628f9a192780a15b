import { parseEpisodeCode, seasonAndNumber } from '../../model/episode.ts';
import { DamagedHistory } from '../damaged-history.ts';
import { showName } from '../entry.ts';
import type { HistoryFormat } from '../format.ts';

/** A code, alone or after a show: `S01E04`, `tiny-pretty-things 1x04`, `Dark: S01E04`. */
const LINE = /^(?:(.*?)[\s,;:"-]+)?"?(s\d{1,4}\s?e\d{1,4}|\d{1,4}x\d{1,4})"?$/i;

const MAX_LINE = 500;

/** A plain list of codes, one per line. */
export const episodeCodes: HistoryFormat = {
  name: 'list of episodes',
  service: 'a list of episode codes',
  howToGet:
    'A text with one episode per line: `S01E04`, `1x04`, `tiny-pretty-things S01E04`; lines that begin with `#` are notes',
  readings: [
    {
      kind: 'lines',
      fits: (line) => codeIn(line) !== undefined,
      open: ({ add }) => ({
        read({ text, number: line }) {
          const found = codeIn(text);
          if (!found) throw new DamagedHistory(line);
          const { show, season, number } = found;
          add({ kind: 'numbered', show, season, number, title: null, when: null });
        },
      }),
    },
  ],
};

function codeIn(line: string) {
  const found = line.length > MAX_LINE ? null : LINE.exec(line);
  const code = parseEpisodeCode(found?.[2] ?? '');
  if (!code) return undefined;
  const [season, number] = seasonAndNumber(code);
  const name = found?.[1]?.replace(/^"/, '').trim();
  return { show: name ? { ...showName(name), maySlug: true as const } : null, season, number };
}
