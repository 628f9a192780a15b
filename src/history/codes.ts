import { parseEpisodeCode, seasonAndNumber } from '../model/episode.ts';
import { type History, history, showName, type WatchedRow } from './row.ts';
import type { Source } from './source.ts';

/** A code, alone or behind a show: `S01E04`, `tiny-pretty-things 1x04`, `Dark: S01E04`. */
const LINE = /^(?:(.*?)[\s,;:"-]+)?"?(s\d{1,3}\s?e\d{1,4}|\d{1,3}x\d{1,4})"?$/i;

const MAX_LINE = 500;

/** A plain list of codes, one a line; lines that begin with `#` are notes. */
export function readCodes({ text }: Source): History | undefined {
  const rows: WatchedRow[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const found = written.length > MAX_LINE ? null : LINE.exec(written);
    const code = parseEpisodeCode(found?.[2] ?? '');
    if (!code) return undefined;
    const [season, number] = seasonAndNumber(code);
    const name = found?.[1]?.replace(/^"/, '').trim();
    const show = name ? { ...showName(name), maySlug: true as const } : null;
    rows.push({ kind: 'numbered', show, season, number, title: null, when: null });
  }
  return rows.length > 0 ? history({ rows }) : undefined;
}
