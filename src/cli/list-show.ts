import type { ShowContents } from '../gated/show-contents.ts';
import { type ListedRecap, listing, type RecapState } from '../veil/listing.ts';
import { indented } from './indented.ts';
import { progressText, watchedJson } from './progress-text.ts';
import type { Session } from './session.ts';

/** Prints a show's recaps: what is watched, what comes next, and what is still hidden. */
export function listShow(session: Session, shelf: ShowContents): void {
  const { show } = shelf;
  const reader = session.reader(show);
  const recaps = listing(shelf, reader);
  if (session.options.json) {
    session.output.printJson({
      version: 1,
      show: {
        slug: show.slug,
        title: show.title,
        year: show.year,
        network: show.network,
        watched: watchedJson(show, reader.place),
      },
      recaps: recaps.map(({ slug, episode, title, summary, state, opensAfter }) => ({
        slug,
        kind: episode ? 'episode' : 'article',
        episode,
        title,
        summary,
        state,
        opensAfter,
      })),
    });
    return;
  }
  const heading = [show.title, show.year, show.network, progressText(show, reader.place)];
  const rows = recaps.map((recap) => [
    SIGNS[recap.state],
    recap.episode ?? recap.slug,
    recap.title ?? 'title hidden',
    stateWords(recap),
  ]);
  const episodes = rows.filter((_, index) => recaps[index]?.episode);
  const articles = rows.filter((_, index) => !recaps[index]?.episode);
  const parts = [
    `${heading.filter(Boolean).join(' · ')}\n`,
    episodes.length > 0 ? indented(episodes) : '',
    articles.length > 0 ? indented(articles) : '',
  ];
  session.output.print(parts.filter(Boolean).join('\n'));
}

const SIGNS: Record<RecapState, string> = {
  watched: '✓',
  next: '›',
  later: ' ',
  open: ' ',
  closed: ' ',
};

function stateWords({ state, opensAfter }: ListedRecap): string {
  if (state === 'closed') return `opens after ${opensAfter}`;
  return state === 'open' ? 'article' : state;
}
