import { Argument, Option } from 'commander';
import { openAudience } from '../../app/audience.ts';
import { findReadableShow } from '../../app/find-show.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import { readEpisode } from '../../app/read-episode.ts';
import { storyJson } from '../../app/story-json.ts';
import { ViewLoader } from '../../app/view-loader.ts';
import type { Show } from '../../gated/show.ts';
import { type Story, storyView } from '../../veil/story.ts';
import type { CommandDefinition } from '../command.ts';
import { isInteractive, openReader } from '../open-reader.ts';
import { countOf, READING_OPTIONS, type ReadingOptions } from '../options.ts';
import { printView } from '../print-view.ts';

interface Given extends ReadingOptions {
  readonly show: string;
  readonly from?: string;
  readonly last?: number;
  readonly length: Story['length'];
  readonly json?: boolean;
}

const story: CommandDefinition<Given> = {
  arguments: [new Argument('<show>', 'a slug, a title, or part of one')],
  options: [
    new Option('--from <episode>', 'start with this episode'),
    new Option('--last <recaps>', 'show only the last recaps').argParser(countOf('recaps')),
    new Option('--length <length>', 'show gists or whole recaps')
      .choices(['short', 'full'])
      .default('full'),
    ...READING_OPTIONS,
  ],
  json: { version: '1', story: 'the recaps of the story, each with its Markdown' },
  examples: [
    { does: 'Read everything you have watched so far', command: 'recap story severance' },
    {
      does: 'Recall the last three episodes in short',
      command: 'recap story severance --last 3 --length short',
    },
  ],
  async run(context, given) {
    const { host, output } = context;
    const audience = openAudience(host, given);
    for (const notice of audience.notices) output.say(notice);
    const library = openLibrary(given.library, host);
    const summary = await findReadableShow(library, given.show);
    const isForReader = isInteractive(context, given);
    const isPart = given.from !== undefined || given.last !== undefined;
    const hasWatchedAll = summary.order.next(audience.reader(summary).place) === null;
    const opensAll = !isForReader && !isPart && hasWatchedAll;
    const contents = await (opensAll ? library.readToOpen(summary) : library.readContents(summary));
    const { show } = contents;
    const here = { place: audience.reader(show).place, today: audience.today };
    const from = given.from === undefined ? undefined : readEpisode(given.from, show, here);
    const asked: Story = { length: given.length, from, last: given.last };
    const reader = audience.reader(show);
    if (isForReader) {
      return openReader(context, library, audience, given, { contents, recap: asked });
    }
    const faults: string[] = [];
    const views = new ViewLoader().storyViews(contents, reader, asked, ({ message }) => {
      faults.push(message);
    });
    if (given.json) {
      output.printJson({ version: 1, story: storyJson(views, show, reader.place, asked) });
    } else if (views.length > 0) {
      await printView(context, storyView(views, show, asked), reader.place, given);
    } else output.say(nothingOpen(show, asked));
    for (const problem of [...faults, ...libraryProblems(library, show)]) output.say(problem);
  },
};

export default story;

/** Why there is no story, which depends on the reader's place alone. */
function nothingOpen({ slug, title }: Show, { from }: Story): string {
  const which = from === undefined ? title : `${title} from ${from} on`;
  return `no recaps of ${which} are unlocked for you yet; set your progress with \`recap watched ${slug} EPISODE\``;
}
