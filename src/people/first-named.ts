import type { EpisodeCode } from '../model/episode.ts';
import { foldName } from '../text/fold.ts';
import { namesByPerson } from './names-by-person.ts';

/** What can be read from an episode on. */
export interface Telling {
  readonly episode: EpisodeCode;
  readonly passages: readonly string[];
}

/** A name, and the first episode that tells it. */
export interface NamedFrom {
  readonly name: string;
  readonly after: EpisodeCode;
  /** Names of the same person that earlier episodes told. */
  readonly also: readonly string[];
}

/**
 * The names in what a show's episodes tell, each from the first episode that has it whole: "June" in the first one and
 * "June Park" in the third are two names, of which the second joins the first.
 *
 * @param tellings in viewing order
 * @param title the show's, whose words are no names
 */
export function firstNamed(tellings: readonly Telling[], title: string): NamedFrom[] {
  const folded = tellings.map(({ passages }) => passages.map(foldPassage));
  const firstOf = (name: string) => {
    const wanted = ` ${foldName(name)} `;
    return folded.findIndex((passages) => passages.some((text) => text.includes(wanted)));
  };
  const texts = tellings.flatMap(({ passages }) => passages);
  const found = namesByPerson(texts, title).flatMap(({ name, aka }) => {
    const first = firstOf(name);
    const earlier = aka
      .map((name) => ({ name, first: firstOf(name) }))
      .filter((part) => part.first !== -1 && part.first < first)
      .sort((a, b) => a.first - b.first);
    return [
      ...earlier.map((part) => ({ ...part, also: [] })),
      { name, first, also: earlier.map(({ name }) => name) },
    ];
  });
  return found
    .sort((a, b) => a.first - b.first)
    .flatMap(({ name, first, also }) => {
      const after = tellings[first]?.episode;
      return after === undefined ? [] : [{ name, after, also }];
    });
}

function foldPassage(text: string): string {
  return ` ${foldName(text.replace(/['’]s\b/g, ''))} `;
}
