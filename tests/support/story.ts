import { ViewLoader } from '../../src/app/view-loader.ts';
import { Recap } from '../../src/gated/recap.ts';
import { recapHead } from '../../src/gated/recap-head.ts';
import type { RecapFile, ShowContents } from '../../src/gated/show-contents.ts';
import { sanitize } from '../../src/text/sanitize.ts';
import { type Story, storyView } from '../../src/veil/story.ts';
import type { View } from '../../src/veil/view.ts';
import { code, show } from './recaps.ts';

/** A shelf with an episode recap for each body, and one article, as a desk hands out views of them. */
export function shelfOf(bodies: readonly string[]): {
  readonly shelf: ShowContents;
  readonly desk: ViewLoader;
} {
  const recaps = bodies.map((body, index) => {
    const frontMatter = { episode: code(index + 1), gist: `Gist *${index + 1}*.` };
    return new Recap(recapHead(show, `e${index + 1}`, frontMatter), sanitize(body));
  });
  const head = recapHead(show, 'article', { title: 'An article' });
  const all = [...recaps, new Recap(head, 'Article text.')];
  const entries: RecapFile[] = all.map((recap) => ({ head: recap.head, path: recap.head.slug }));
  const desk = new ViewLoader((entry) => {
    const recap = all[entries.indexOf(entry)];
    if (!recap) throw new Error('no such entry');
    return recap;
  });
  return {
    shelf: { summary: show, show, recaps: entries, introduction: undefined, people: undefined },
    desk,
  };
}

/** The story of a shelf at a place. */
export function storyAt(
  { shelf, desk }: ReturnType<typeof shelfOf>,
  episodes: number,
  story: Story = { length: 'full' },
  peeks: readonly string[] = [],
): View {
  const reader = { place: episodes === 0 ? null : code(episodes), showsTitles: false };
  const views = desk.storyViews(shelf, reader, story, () => {}, new Set(peeks));
  return storyView(views, show, story);
}
