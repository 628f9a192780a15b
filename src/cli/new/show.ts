import { join } from 'node:path';
import { seasonsOf, showDraft } from '../../author/draft.ts';
import { schemaAddress } from '../../author/schema.ts';
import { slugOf } from '../../author/slug.ts';
import { ViewingOrder } from '../../model/order.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import { sanitizeLine } from '../../text/sanitize.ts';
import { askLine } from '../ask.ts';
import type { CommandContext } from '../command.ts';
import { writeNewFile } from '../new-file.ts';

/** What the user says about a new show. */
export interface NewShow {
  readonly show: string;
  readonly showTitle?: string;
  readonly year?: string;
  readonly network?: string;
  /** Episodes of each season: `8,10`. */
  readonly episodes?: string;
}

/**
 * Starts a show: writes its `show.md`, after asking about it if no title is given.
 *
 * @param folder where the author's own recaps are
 * @throws {UserError}; the signal's reason if it was aborted
 */
export async function startShow(
  { host, output }: Pick<CommandContext, 'host' | 'output'>,
  folder: string,
  given: NewShow,
  signal: AbortSignal,
): Promise<{ slug: string; order: ViewingOrder }> {
  const { show: query } = given;
  const slug = slugOf(query);
  if (slug === undefined) throw new UserError(`\`${query}\` has no letter or digit`, EXIT.usage);
  const isAsked = given.showTitle === undefined && host.stdin.isTTY === true;
  if (given.showTitle === undefined && !isAsked) {
    throw new UserError(
      `no show named \`${query}\`; to start it, add \`--show-title TITLE\` and \`--episodes 10\` for its list`,
      EXIT.usage,
    );
  }
  const answers = isAsked ? await ask({ host, output }, given, signal) : given;
  const episodes = seasonsOf(readCounts(answers.episodes));
  const year = readYear(answers.year);
  const text = showDraft({
    title: sanitizeLine(answers.showTitle ?? '') || query,
    year,
    network: sanitizeLine(answers.network ?? '') || undefined,
    episodes,
    schema: schemaAddress('show'),
  });
  const path = join(folder, slug, 'show.md');
  writeNewFile(path, text);
  output.print(`${displayPath(path)}\n`);
  return { slug, order: new ViewingOrder(episodes) };
}

/**
 * Asks about a new show. An empty answer leaves that key out.
 *
 * @throws {UserError} at the end of the input; the signal's reason
 */
async function ask(
  { host, output }: Pick<CommandContext, 'host' | 'output'>,
  given: NewShow,
  signal: AbortSignal,
): Promise<NewShow> {
  const { show: query } = given;
  output.say(`no show named \`${query}\` yet; to start it, answer these (Ctrl-C cancels)`);
  const answerTo = async (question: string) => {
    const answer = await askLine(question, output, host.stdin, signal);
    if (answer === undefined) throw new UserError('the show was not started');
    return answer;
  };
  const showTitle = (await answerTo(`Title [${query}]`)) || query;
  const year = await answerTo('Year (Enter for none)');
  const network = await answerTo('Network (Enter for none)');
  const episodes = await answerTo('Episodes of each season (such as 8,10; Enter for none)');
  return { ...given, showTitle, year, network, episodes };
}

/** @throws {UserError} */
function readCounts(text = ''): number[] {
  if (text.trim() === '') return [];
  const counts = text
    .split(',')
    .map((part) => Number(/^\s*(\d{1,4})\s*$/.exec(part)?.[1] ?? Number.NaN));
  if (counts.every((count) => count > 0)) return counts;
  const message = 'the episodes of each season are numbers, as in `8` or `8,10`';
  throw new UserError(message, EXIT.usage);
}

/** @throws {UserError} */
function readYear(text = ''): number | undefined {
  if (text.trim() === '') return undefined;
  if (/^\s*\d{4}\s*$/.test(text)) return Number(text);
  throw new UserError('the year has four digits, as in `2020`', EXIT.usage);
}
