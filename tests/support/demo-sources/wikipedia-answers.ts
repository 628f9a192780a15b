import type { InventedEpisode, InventedShow } from './invented-show.ts';
import { numberOf } from './tvmaze-answers.ts';

/** More episodes than this, and every season has a page of its own. */
const MOST_ON_ONE_PAGE = 40;

/** The answer of Wikidata's API to a query. The item of a show is `Q` and its number, that of its list `Q8` before it. */
export function wikidataAnswer(shows: readonly InventedShow[], { searchParams }: URL): unknown {
  const imdb = /^haswbstatement:P345=(tt\d+)$/.exec(searchParams.get('srsearch') ?? '')?.[1];
  if (imdb !== undefined) {
    const found = shows.filter((show) => show.imdb === imdb);
    return {
      batchcomplete: true,
      query: { search: found.map(({ id }) => ({ ns: 0, title: `Q${id}` })) },
    };
  }
  const item = searchParams.get('ids') ?? '';
  const show = shows.find(({ id }) => item === `Q${id}` || item === `Q8${id}`);
  if (!show) return { entities: { [item]: { id: item, missing: '' } } };
  const isList = item === `Q8${show.id}`;
  const value = { 'entity-type': 'item', id: `Q8${show.id}` };
  const list = {
    mainsnak: {
      snaktype: 'value',
      property: 'P1811',
      datavalue: { value, type: 'wikibase-entityid' },
    },
  };
  const title = isList ? listTitle(show) : `${show.name} (TV series)`;
  return {
    entities: {
      [item]: {
        type: 'item',
        id: item,
        claims: isList ? {} : { P1811: [list] },
        sitelinks: { enwiki: { site: 'enwiki', title, badges: [] } },
      },
    },
    success: 1,
  };
}

/** The answer of Wikipedia's API to `action=parse`. */
export function wikipediaAnswer(shows: readonly InventedShow[], { searchParams }: URL): unknown {
  if (searchParams.get('prop') === 'info') {
    const titles = (searchParams.get('titles') ?? '').split('|');
    return { batchcomplete: true, query: { pages: titles.map((title) => pageInfo(shows, title)) } };
  }
  const title = searchParams.get('page') ?? '';
  for (const show of shows) {
    const text = pageText(show, title);
    if (text !== undefined) {
      return { parse: { title, pageid: show.id, revid: 1 + numberOf(text), text } };
    }
  }
  return { error: { code: 'missingtitle', info: "The page you specified doesn't exist." } };
}

function pageInfo(shows: readonly InventedShow[], title: string): unknown {
  const text = shows.map((show) => pageText(show, title)).find((found) => found !== undefined);
  if (text === undefined) return { title, missing: true };
  return { pageid: 1, ns: 0, title, contentmodel: 'wikitext', lastrevid: 1 + numberOf(text) };
}

function pageText(show: InventedShow, title: string): string | undefined {
  const seasons = [
    ...new Set(show.episodes.flatMap(({ season }) => (season === null ? [] : [season]))),
  ];
  const isParted = show.episodes.length > MOST_ON_ONE_PAGE;
  if (title === listTitle(show)) {
    const tables = seasons.map((season) => {
      const link = isParted ? hatnote(seasonTitle(show, season)) : '';
      return heading(3, `Season ${season}`) + link + table(show, season, !isParted);
    });
    return page(heading(2, 'Episodes') + tables.join('\n'));
  }
  const season = seasons.find((candidate) => title === seasonTitle(show, candidate));
  if (season === undefined || !isParted) return undefined;
  return page(heading(2, 'Episodes') + table(show, season, true));
}

function listTitle({ name }: InventedShow): string {
  return `List of ${name} episodes`;
}

function seasonTitle({ name }: InventedShow, season: number): string {
  return `${name} season ${season}`;
}

function page(body: string): string {
  return `<div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr"><div class="shortdescription nomobile noexcerpt noprint" style="display:none">Episodes</div>
<p>An invented show.</p>${body}
<div class="mw-heading mw-heading2"><h2 id="References">References</h2></div><ol class="references"><li>A reference.</li></ol></div>`;
}

export function heading(rank: number, text: string): string {
  return `<div class="mw-heading mw-heading${rank}"><h${rank} id="${text.replace(/ /g, '_')}">${text}</h${rank}><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/w/index.php?action=edit">edit</a><span class="mw-editsection-bracket">]</span></span></div>\n`;
}

export function hatnote(title: string): string {
  return `<div role="note" class="hatnote navigation-not-searchable">Main article: <a href="/wiki/${encodeURIComponent(title.replace(/ /g, '_'))}" title="${title}">${title}</a></div>\n`;
}

function table(show: InventedShow, season: number, hasPlots: boolean): string {
  const before = show.episodes.filter(
    (episode) => episode.number !== null && (episode.season ?? 1) < season,
  ).length;
  const rows = show.episodes
    .filter((episode) => episode.season === season && episode.number !== null)
    .map((episode) => row(episode, before, hasPlots));
  return `<table class="wikitable plainrowheaders wikiepisodetable" style="width:100%"><tbody><tr><th scope="col">No.<br />overall</th><th scope="col">No. in<br />season</th><th scope="col">Title</th><th scope="col">Directed by</th><th scope="col">Original release date</th></tr>
${rows.join('\n')}</tbody></table>\n`;
}

function row(
  { name, number, airdate, plot }: InventedEpisode,
  before: number,
  hasPlots: boolean,
): string {
  const overall = before + (number ?? 0);
  const text =
    hasPlots && plot !== undefined
      ? `\n<tr class="expand-child"><td class="description" colspan="5"><div class="shortSummaryText">${plot.replace(/<\/p>$/, '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span class="cite-bracket">[</span>1<span class="cite-bracket">]</span></a></sup></p>')}</div></td></tr>`
      : '';
  return `<tr class="vevent module-episode-list-row" style="text-align:center"><th scope="row" id="ep${overall}">${overall}</th><td>${number}</td><td class="summary" style="text-align:left">"${name}"</td><td>Somebody</td><td>${airdate}<span style="display:none">&#160;(<span class="bday dtstart published updated itvstart">${airdate}</span>)</span></td></tr>${text}`;
}
