import { type ConvertedDraft, convertedDraft, type DraftOptions } from '../../src/convert/draft.ts';
import { EpisodeList, subjectOf } from '../../src/convert/episode-list.ts';
import { readArticle } from '../../src/convert/read-article.ts';
import { Recap } from '../../src/gated/recap.ts';
import { recapHead } from '../../src/gated/recap-head.ts';
import { Show } from '../../src/gated/show.ts';
import { parseEpisodeCode } from '../../src/model/episode.ts';
import { readRecapFrontMatter } from '../../src/model/front-matter.ts';
import type { RecapFrontMatter } from '../../src/model/recap-fields.ts';
import { bodyText, RECAP_LIMITS, split } from '../../src/model/recap-source.ts';
import { veil } from '../../src/veil/veil.ts';

/** Episodes of a show in two seasons of four. */
export const EPISODES = [
  'Corps',
  'Range of Motion',
  'Class Act',
  'Split Sole',
  'Low Water',
  'The Pilot Boat',
  'Ballast',
  'The Lamp',
] as const;

const harbor = new Show('harbor', {
  title: 'Harbor Lights',
  episodes: EPISODES.map((title, index) => {
    const code = parseEpisodeCode(`${index < 4 ? 1 : 2}x${(index % 4) + 1}`);
    if (!code) throw new Error(title);
    return { code, title };
  }),
});

/** A converted text, as recap reads its draft. */
export interface Converted {
  readonly draft: ConvertedDraft;
  readonly frontMatter: RecapFrontMatter;
  readonly subject: Recap;
  /** What readers see who have watched 0, 1, 2 … episodes: the public title and the text. */
  readonly seen: readonly string[];
}

/** Converts a page or text for a show and reads the draft. */
export function converted(
  text: string | Uint8Array,
  show: Show = harbor,
  options: Partial<DraftOptions> = {},
): Converted {
  const article = readArticle(Buffer.from(text));
  const list = new EpisodeList(subjectOf(show), article.facts.published);
  const draft = convertedDraft(article, {
    list,
    today: '2021-06-01',
    ...options,
  });
  const bytes = Buffer.from(draft.text);
  const parts = split(bytes, RECAP_LIMITS);
  const frontMatter = readRecapFrontMatter(parts.frontMatter);
  const subject = new Recap(recapHead(show, 'a-recap', frontMatter), bodyText(bytes, parts));
  const seen = [null, ...show.order.codes].map((place) => {
    const view = veil(subject, show, { place, showsTitles: false }, new Set());
    return `${frontMatter.title ?? ''}\n${view.text.replaceAll('\\', '')}`;
  });
  return { draft, frontMatter, subject, seen };
}

/** The words of a kind in a text, each once: `SPOIL_one`. */
export function wordsIn(text: string, kind: RegExp): string[] {
  return [...new Set(text.match(kind))];
}

/** After how many episodes a word is seen first; -1: never. */
export function opening({ seen }: Converted, word: string): number {
  const pattern = new RegExp(`${word}(?![A-Za-z0-9_])`);
  return seen.findIndex((text) => pattern.test(text));
}
