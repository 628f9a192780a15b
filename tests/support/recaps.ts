import { Recap } from '../../src/gated/recap.ts';
import { recapHead } from '../../src/gated/recap-head.ts';
import { Show } from '../../src/gated/show.ts';
import { parseEpisodeCode } from '../../src/model/episode.ts';
import type { RecapFrontMatter } from '../../src/model/recap-fields.ts';
import { sanitize } from '../../src/text/sanitize.ts';
import { veil } from '../../src/veil/veil.ts';
import type { View } from '../../src/veil/view.ts';

/** What no sentence may say before S01E06: a pair differs in which of the two it says. */
export const SECRETS = ['Zelda vanished', 'the heir poisons Otto'] as const;

/** The titles of the show's episodes. */
export const TITLES = 'One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');

/** A show of ten episodes, `S01E01` to `S01E10`, called "One" to "Ten", with two secrets. */
export const show = new Show('a-show', {
  title: 'A Show',
  episodes: TITLES.map((title, index) => ({ code: code(index + 1), title })),
  secrets: SECRETS.map((phrase) => ({ phrase, after: code(6) })),
});

/** The code of an episode of that show. */
export function code(number: number) {
  const parsed = parseEpisodeCode(`1x${number}`);
  if (!parsed) throw new Error(`no episode ${number}`);
  return parsed;
}

/** A recap of that show; an article unless the front matter says otherwise. */
export function recap(
  body: string,
  frontMatter: RecapFrontMatter = { title: 'An article' },
  slug = 'a-recap',
) {
  return new Recap(recapHead(show, slug, frontMatter), sanitize(body));
}

/** What a reader who has watched `episodes` of that show sees of a recap. */
export function seen(subject: Recap, episodes: number, peeks: string[] = []): View {
  const place = episodes === 0 ? null : code(episodes);
  return veil(subject, show, { place, showsTitles: false }, new Set(peeks));
}

/** A view's text with its marks as a person would write them: `⟦curtain⟧`, `⟨` opened `⟩`. */
export function visible({ text, curtains }: View): string {
  return text
    .replace(/\uFDD0(\d+)\uFDD3/g, (_, index) => {
      const curtain = curtains[Number(index)];
      return `⟦${curtain?.label} ${curtain?.gate ?? 'never'}⟧`;
    })
    .replace(/\uFDD1\d+\uFDD3/g, '⟨')
    .replace(/\uFDD2/g, '⟩');
}
