import { airDateText } from '../app/air-date-text.ts';
import type { Audience } from '../app/audience.ts';
import { listedRecapJson, showJson } from '../app/show-json.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import { seasonName } from '../model/episode.ts';
import { ASCII, UNICODE } from '../render/glyphs.ts';
import { hasUnicode } from '../terminal/locale.ts';
import { type ListedRecap, listing, type RecapState } from '../veil/listing.ts';
import type { CommandContext } from './command.ts';
import { indented } from './indented.ts';
import { progressText } from './progress-text.ts';

/** Prints the recaps of a show: which are watched, which comes next, and which are still hidden. */
export function printShow(
  { host, output }: Pick<CommandContext, 'output' | 'host'>,
  contents: ShowContents,
  audience: Audience,
  { json }: { readonly json?: boolean },
): void {
  const { show } = contents;
  const reader = audience.reader(show);
  const recaps = listing(contents, reader);
  if (json) {
    output.printJson({
      version: 1,
      show: showJson(show, reader.place, audience.today),
      recaps: recaps.map(listedRecapJson),
    });
    return;
  }
  const isAscii = !hasUnicode(host.env);
  const { dot } = isAscii ? ASCII : UNICODE;
  const signs = isAscii ? ASCII_SIGNS : SIGNS;
  const heading = [
    show.title,
    show.year,
    show.network,
    progressText(show, reader.place),
    airDateText(show, reader.place, audience.today),
  ];
  const rowOf = (recap: ListedRecap) => [
    signs[recap.state],
    recap.episode ?? recap.slug,
    recap.title ?? 'title hidden',
    stateText(recap),
  ];
  const episodes = recaps.filter(({ episode }) => episode !== null);
  const articles = recaps.filter(({ episode }) => episode === null);
  const lines = indented(episodes.map(rowOf));
  const seasons = episodes.map(({ episode }) => (episode ? seasonName(episode) : ''));
  const hasHeadings = new Set(seasons).size > 1;
  const parts = [
    `${heading.filter(Boolean).join(` ${dot} `)}\n`,
    hasHeadings ? underSeasons(lines, seasons) : lines,
    `${articles.length > 0 && hasHeadings ? '  Articles\n' : ''}${indented(articles.map(rowOf))}`,
  ];
  output.print(parts.filter(Boolean).join('\n'));
}

/** Lines with the name of each season above its first one. */
function underSeasons(lines: string, seasons: readonly string[]): string {
  return lines
    .split('\n')
    .map((line, index) => {
      const season = seasons[index];
      if (season === undefined || season === seasons[index - 1]) return line;
      return `${index === 0 ? '' : '\n'}  ${season}\n${line}`;
    })
    .join('\n');
}

type Signs = Readonly<Record<RecapState, string>>;

const SIGNS: Signs = { watched: '✓', next: '›', later: ' ', open: ' ', closed: ' ' };
const ASCII_SIGNS: Signs = { ...SIGNS, watched: 'x', next: '>' };

function stateText({ state, opensAfter }: ListedRecap): string {
  if (state === 'closed') return `opens after ${opensAfter}`;
  return state === 'open' ? 'article' : state;
}
