import { convertedDraft } from '../convert/draft.ts';
import { articleOfPage, isPage } from '../convert/page.ts';
import { articleOfText } from '../convert/plain-article.ts';
import { RecapError } from '../model/problem.ts';
import { decodeText } from '../model/recap-source.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { readWhole } from '../store/library/file.ts';
import { writeNewFile } from './new-file.ts';
import { displayPath, readEpisode, type Session } from './session.ts';

export interface ConvertOptions {
  readonly show?: string;
  readonly episode?: string;
  readonly output?: string;
}

/** `recap convert FILE`: a saved article as a recap draft. @throws {UserError} */
export async function convert(
  session: Session,
  path: string,
  options: ConvertOptions,
): Promise<void> {
  const show = options.show === undefined ? undefined : await session.show(options.show);
  if (options.episode !== undefined && !show) {
    throw new UserError('`--episode` needs a `--show` to go with it', EXIT.usage);
  }
  const episode =
    show && options.episode !== undefined ? readEpisode(options.episode, show) : undefined;
  const text = textOf(path);
  const article = isPage(text) ? articleOfPage(text) : articleOfText(text);
  const draft = convertedDraft(article, { order: show?.order, episode });
  if (options.output === undefined) session.output.print(draft.text);
  else writeNewFile(options.output, draft.text);
  const name = options.output ?? 'draft';
  for (const { line, why } of draft.unsure) {
    const until = show?.order.last ? `gated by ${show.order.last}` : 'gated without an episode';
    session.output.say(`${name}:${line}: ${until}, as ${why}; look whether it may open earlier`);
  }
}

/** @throws {UserError} */
function textOf(path: string): string {
  try {
    return decodeText(readWhole(path));
  } catch (error) {
    if (!(error instanceof RecapError)) throw error;
    throw new UserError(`${displayPath(path)}: ${error.problem.message}`);
  }
}
