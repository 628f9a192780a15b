import { ViewLoader } from '../app/view-loader.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import type { Place } from '../model/order.ts';
import { markdownOf } from '../veil/plain-marks.ts';
import { type Story, storyView } from '../veil/story.ts';
import type { View } from '../veil/view.ts';
import { printView } from './page.ts';
import { watchedJson } from './progress-text.ts';
import { isInteractive, openOnScreen } from './screen.ts';
import { readEpisode, type Session } from './session.ts';

interface StoryOptions {
  readonly from?: string;
  readonly last?: number;
  readonly length: Story['length'];
}

/** `recap story SHOW`: the story so far, in the reader on a terminal, else printed. @throws {UserError} */
export async function story(session: Session, query: string, options: StoryOptions): Promise<void> {
  const shelf = await session.shelf(query);
  const { show } = shelf;
  const from = options.from === undefined ? undefined : readEpisode(options.from, show);
  const asked: Story = { length: options.length, from, last: options.last };
  const reader = session.reader(show);
  if (isInteractive(session)) return openOnScreen(session, { shelf, entry: asked });
  const faults: string[] = [];
  const views = new ViewLoader().storyViews(shelf, reader, asked, ({ message }) => {
    faults.push(message);
  });
  if (session.options.json) {
    session.output.printJson(storyJson(views, shelf, reader.place, asked));
  } else if (views.length > 0) {
    const view = storyView(views, show, asked);
    printView(session, view, reader.place);
  } else session.output.say(nothingOpen(shelf, asked));
  for (const fault of faults) session.output.say(fault);
  session.reportProblems(show);
}

/** Why there is no story: told by the reader's place alone. */
function nothingOpen({ show }: ShowContents, { from }: Story): string {
  const which = from === undefined ? show.title : `${show.title} from ${from} on`;
  return `no recap of ${which} is open to you yet; \`recap watched ${show.slug} EPISODE\` says how far you have watched`;
}

/** The story for programs (docs/json.md): its recaps apart, so that what is defined in one means nothing in another. */
function storyJson(
  views: readonly View[],
  { show }: ShowContents,
  place: Place,
  { length }: Story,
) {
  return {
    version: 1,
    story: {
      show: show.slug,
      length,
      watched: watchedJson(show, place),
      recaps: views.map((view) => ({
        slug: view.slug,
        episode: view.episode,
        title: view.title,
        summary: view.summary,
        ...(length === 'full' && {
          markdown: markdownOf(view),
          curtains: view.curtains.map(({ label, gate }) => ({ label, opensAfter: gate })),
        }),
      })),
    },
  };
}
