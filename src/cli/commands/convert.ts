import { Argument, Option } from 'commander';
import { hereIn, openAudience } from '../../app/audience.ts';
import { findShow, requireReadable } from '../../app/find-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { readEpisode } from '../../app/read-episode.ts';
import type { Article } from '../../convert/article.ts';
import { type ConvertedDraft, convertedDraft, type DraftOptions } from '../../convert/draft.ts';
import { EpisodeList, subjectOf } from '../../convert/episode-list.ts';
import { readArticle } from '../../convert/read-article.ts';
import { conversionReport } from '../../convert/report.ts';
import { RecapError } from '../../model/problem.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import { readWhole } from '../../store/library/file.ts';
import { ask, canAsk } from '../ask.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { writeNewFile } from '../new-file.ts';
import { LIBRARY_OPTION, type LibraryOptions } from '../options.ts';
import { readInput } from '../read-input.ts';

interface Given extends LibraryOptions {
  readonly file: string;
  readonly show?: string;
  readonly episode?: string;
  readonly output?: string;
  readonly openIntro?: boolean;
}

const convert: CommandDefinition<Given> = {
  arguments: [
    new Argument('<file>', 'a saved web page, Markdown or plain text; `-` reads standard input'),
  ],
  options: [
    new Option('--show <show>', 'the show it is about, which has the episodes for its gates'),
    new Option('--episode <episode>', 'make it the recap of this episode'),
    new Option('--open-intro', 'make public the text above the spoiler warning of the page'),
    new Option('--output <file>', 'write the draft to this file instead of stdout'),
    LIBRARY_OPTION,
  ],
  examples: [
    { does: 'Print a draft of a saved page', command: 'recap convert page.html --show severance' },
    {
      does: 'Make it the recap of an episode',
      command: 'recap convert page.html --show severance --episode S01E04 --output s01e04.md',
    },
    { does: 'Convert what another program prints', command: 'curl https://… | recap convert -' },
  ],
  notes:
    'The whole draft waits for the episode that the page is about, or for the last one if it does not say.\nOnly sections under a heading that names an earlier episode open earlier.',
  async run(context, given) {
    const { host, output } = context;
    const library = openLibrary(given.library, host);
    const summary = given.show === undefined ? undefined : await findShow(library, given.show);
    if (given.episode !== undefined && !summary) {
      throw new UserError('`--episode` needs `--show`', EXIT.usage);
    }
    if (summary) requireReadable(library, summary);
    const show = summary && (await library.readContents(summary)).show;
    const episode =
      show && given.episode !== undefined
        ? readEpisode(given.episode, show, hereIn(openAudience(host, {}), show))
        : undefined;
    const article = await articleOf(context, given.file);
    const list = new EpisodeList(show && subjectOf(show), article.facts.published);
    const draft = await draftOf(
      context,
      article,
      { list, episode, today: host.now().toISOString().slice(0, 10) },
      given,
    );
    if (given.output === undefined) output.print(draft.text);
    else writeNewFile(given.output, draft.text);
    const name = given.output ?? 'draft';
    for (const line of conversionReport(draft, article, { list, name })) output.say(line);
  },
};

export default convert;

/** The draft; with `--open-intro` what that would open is shown first, and asked about where somebody can answer. */
async function draftOf(
  { host, output }: CommandContext,
  article: Article,
  options: DraftOptions,
  { openIntro, file }: Given,
): Promise<ConvertedDraft> {
  const closed = convertedDraft(article, options);
  if (!openIntro) return closed;
  const opened = convertedDraft(article, { ...options, opensIntro: true });
  if (opened.openText === '') {
    output.say('the page has no spoiler warning after an introduction, so nothing was made public');
    return closed;
  }
  if (file === '-' || !canAsk({ host, output })) return opened;
  output.say(`everybody could read this:\n${opened.openText.replace(/^/gm, '  ')}`);
  return (await ask('Open it?', output, host.stdin)) === 'yes' ? opened : closed;
}

/** @throws {UserError} naming the file */
async function articleOf({ host }: CommandContext, path: string): Promise<Article> {
  const name = path === '-' ? 'standard input' : displayPath(path);
  try {
    return readArticle(path === '-' ? await readInput(host.stdin) : readWhole(path));
  } catch (error) {
    if (error instanceof RecapError) throw new UserError(`${name}: ${error.problem.message}`);
    if (error instanceof UserError) throw new UserError(`${name}: ${error.message}`);
    throw error;
  }
}
