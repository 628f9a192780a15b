import { Recap } from '../../gated/recap.ts';
import { introductionHead, peopleHead, recapHead } from '../../gated/recap-head.ts';
import type { Show } from '../../gated/show.ts';
import type { RecapFile } from '../../gated/show-contents.ts';
import { readPeopleFrontMatter, readRecapFrontMatter } from '../../model/front-matter.ts';
import { INTRODUCTION } from '../../model/introduction.ts';
import { PEOPLE } from '../../model/people.ts';
import {
  bodyText,
  hasFrontMatter,
  RECAP_LIMITS,
  SHOW_LIMITS,
  split,
  WITHOUT_FRONT_MATTER,
} from '../../model/recap-source.ts';
import { readWhole } from './file.ts';

/**
 * Reads a recap of a show whole, or its introduction or people. Its gates are those of the file, whatever an index
 * says. @throws {RecapError}
 */
export function openRecap({ head, path, open }: RecapFile, show: Show): Recap {
  if (open) return open();
  const bytes = readWhole(path);
  const { slug } = head;
  if (slug === INTRODUCTION) {
    return new Recap(introductionHead(show), bodyText(bytes, split(bytes, SHOW_LIMITS)));
  }
  if (slug === PEOPLE && !hasFrontMatter(bytes)) {
    return new Recap(peopleHead(show), bodyText(bytes, WITHOUT_FRONT_MATTER));
  }
  const parts = split(bytes, RECAP_LIMITS);
  const read =
    slug === PEOPLE
      ? peopleHead(show, readPeopleFrontMatter(parts.frontMatter, show.order))
      : recapHead(show, slug, readRecapFrontMatter(parts.frontMatter, show.order));
  return new Recap(read, bodyText(bytes, parts));
}
