import type { HtmlNode } from './html-markdown.ts';
import {
  attribute,
  childElements,
  descendants,
  type HtmlElement,
  hasClass,
  partsOf,
  textOf,
} from './page-tree.ts';
import { headingRank, SeasonTracker } from './wikipedia-season.ts';

/** A plot in an episode list, with what its rows say about its episodes. */
export interface PlotRow {
  /** `null` if no heading names it. */
  readonly season: number | null;
  /** The parts that the plot covers, as named in their rows. */
  readonly parts: readonly RowPart[];
  readonly plot: readonly HtmlNode[];
}

interface RowPart {
  /** Numbers in the season; `null` if the row has no valid one. */
  readonly numbers: readonly number[] | null;
  /** Its possible titles: the text in its quotes, and the whole cell. */
  readonly titles: readonly string[];
}

/**
 * The rows with plots in all episode tables of a page, in order (module "Episode list"). The caller decides which
 * episodes they are about.
 */
export function plotRows(pageTitle: string, elements: readonly HtmlElement[]): PlotRow[] {
  const tracker = new SeasonTracker(pageTitle);
  const rows: PlotRow[] = [];
  for (const element of elements) {
    const rank = headingRank(element);
    if (rank !== undefined) tracker.heading(rank, textOf(element));
    if (element.tagName === 'table' && hasClass(element, 'wikiepisodetable')) {
      rows.push(...tableRows(element, tracker.season));
    }
  }
  return rows;
}

interface EpisodeRow {
  readonly part: RowPart;
  /** The number of rows it spans: the parts of a multi-part episode share cells. */
  readonly span: number;
}

function tableRows(table: HtmlElement, season: number | null): PlotRow[] {
  const rows = descendants(table.childNodes).filter(({ tagName }) => tagName === 'tr');
  const column = numberColumn(rows[0]);
  const plots: PlotRow[] = [];
  let group: EpisodeRow[] = [];
  let reach = 0;
  for (const row of rows) {
    if (hasClass(row, 'vevent')) {
      // a row not reached by a cell from above starts a new group
      if (reach === 0) group = [];
      const episode = episodeRow(row, column, group.at(-1));
      group.push(episode);
      reach = Math.max(reach, episode.span) - 1;
    } else if (hasClass(row, 'expand-child')) {
      const plot = plotOf(row);
      if (plot !== undefined && group.length > 0) {
        plots.push({ season, parts: group.map(({ part }) => part), plot });
      }
      group = [];
      reach = 0;
    }
  }
  return plots;
}

/** The column of the number in the season, or the only number column. */
function numberColumn(header: HtmlElement | undefined): number {
  const names = header === undefined ? [] : childElements(header).map(textOf);
  const inSeason = names.findIndex((name) => /^No\.?\s*in\s*(?:season|series)/i.test(name));
  return inSeason === -1 ? names.findIndex((name) => /^(?:No\.|#|Episode)/i.test(name)) : inSeason;
}

function episodeRow(row: HtmlElement, column: number, above: EpisodeRow | undefined): EpisodeRow {
  const cells = childElements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  const spans = cells.map((cell) => Number(attribute(cell, 'rowspan') || 1));
  const summary = cells.find((cell) => hasClass(cell, 'summary'));
  // cells spanning from the row above are missing in this one, so its columns cannot be counted
  const isShort = above !== undefined && above.span > 1;
  const own = isShort ? cells.find(isNumber) : cells[column];
  const numbers = own === undefined || own === summary ? null : numbersOf(own);
  const titles = summary === undefined ? (isShort ? above.part.titles : []) : titlesOf(summary);
  const span = Math.max(1, ...spans.filter(Number.isSafeInteger));
  return { part: { numbers, titles }, span: Math.min(span, 50) };
}

/** Whether a cell of a later part is its number in the season: the overall number has an identifier. */
function isNumber(cell: HtmlElement): boolean {
  return cell.tagName === 'td' && !hasClass(cell, 'summary') && numbersOf(cell) !== null;
}

/** The numbers in a cell: `3`, separate `3` and `4`, or `3–4`. `null` if it contains anything else. */
function numbersOf(cell: HtmlElement): number[] | null {
  const numbers: number[] = [];
  for (const part of partsOf(cell)) {
    const [, from, to] = /^(\d{1,4})(?:\s*[-–—&/]\s*(\d{1,4}))?$/.exec(part) ?? [];
    if (from === undefined) return null;
    const last = Number(to ?? from);
    if (last < Number(from) || last - Number(from) > 20) return null;
    for (let number = Number(from); number <= last; number++) numbers.push(number);
  }
  return numbers.length > 0 ? numbers : null;
}

const QUOTES = /"([^"]+)"|“([^”]+)”|«([^»]+)»|「([^」]+)」/g;

/** The possible titles in a title cell: each one in quotes, or everything from the first quote to the last. */
function titlesOf(cell: HtmlElement): string[] {
  const titles = partsOf(cell).flatMap((text) => {
    const quoted = Array.from(text.matchAll(QUOTES), ([, ...found]) => found.find(Boolean) ?? '');
    const whole = /["“](.+)["”]/.exec(text)?.[1];
    return quoted.length > 0 ? [...quoted, whole ?? ''] : [text];
  });
  return titles.filter((title) => title !== '');
}

function plotOf(row: HtmlElement): readonly HtmlNode[] | undefined {
  const within = descendants(row.childNodes);
  const found =
    within.find((element) => hasClass(element, 'shortSummaryText')) ??
    within.find((element) => hasClass(element, 'description'));
  return found && textOf(found) !== '' ? found.childNodes : undefined;
}
