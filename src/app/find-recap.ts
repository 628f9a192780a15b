import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import { lookUp } from '../model/lookup.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Reader } from '../veil/episode-title.ts';
import { visibleListing } from '../veil/front-matter.ts';
import { readEpisode } from './read-episode.ts';

/** A recap of the show by its episode, its slug, or a title that the reader may see. @throws {UserError} */
export function findRecap({ show, recaps }: ShowContents, name: string, reader: Reader): RecapFile {
  const code = parseEpisodeCode(name);
  if (code) {
    const recap = recaps.find(({ head }) => head.episode === code);
    if (recap) return recap;
    readEpisode(name, show);
    throw new UserError(`${show.title} has no recap of ${code} yet`, EXIT.usage);
  }
  const candidates = recaps.map((recap) => {
    const { title } = visibleListing(show, recap.head, reader);
    return { value: recap, names: title ? [recap.head.slug, title] : [recap.head.slug] };
  });
  const where = `\`recap list ${show.slug}\` lists its recaps`;
  return lookUp(candidates, name, `${show.title} has no recap named`, where);
}
