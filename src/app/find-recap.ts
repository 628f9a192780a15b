import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import { lookUp } from '../model/lookup.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Reader } from '../veil/episode-title.ts';
import { visibleListing } from '../veil/front-matter.ts';
import { episodeMeant, readEpisode } from './read-episode.ts';

/**
 * A recap of the show by its episode, its slug, or a title that the reader may see. A number is an episode, if the show
 * has it.
 *
 * @param today `YYYY-MM-DD`, for `next`
 * @throws {UserError}
 */
export function findRecap(
  { show, recaps }: ShowContents,
  name: string,
  reader: Reader,
  today: string,
): RecapFile {
  const here = { place: reader.place, today };
  const code = episodeMeant(name, show, here);
  const slug = recaps.find(({ head }) => head.slug === name);
  if (code && (show.order.knows(code) || !slug)) {
    const recap = recaps.find(({ head }) => head.episode === code);
    if (recap) return recap;
    readEpisode(name, show, here);
    throw new UserError(`${show.title} has no recap of ${code} yet`, EXIT.usage);
  }
  const candidates = recaps.map((recap) => {
    const { title } = visibleListing(show, recap.head, reader);
    return { value: recap, names: title ? [recap.head.slug, title] : [recap.head.slug] };
  });
  const where = `\`recap list ${show.slug}\` lists its recaps`;
  return lookUp(candidates, name, `${show.title} has no recap named`, where);
}
