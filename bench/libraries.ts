import { type EpisodeCode, episodeCode } from '../src/model/episode.ts';
import { type Home, makeHome } from './home.ts';
import { sentence, sentences, words } from './prose.ts';
import { type Random, randomOf } from './random.ts';

/** How many recaps a show of an ordinary library has. */
const IN_A_SHOW = 50;

/** As many as a season can have in a show that has 100,000: there are at most 999 seasons. */
const IN_A_SEASON = 200;

/** The show that has all recaps of a library. */
export const LONG_SHOW = 'endless';

/** A library of so many recaps, in shows of 50. Its reader has watched all. */
export function manyShows(recaps: number): Home {
  const home = makeHome();
  const places = new Map<string, EpisodeCode>();
  for (let from = 0; from < recaps; from += IN_A_SHOW) {
    const slug = `show-${from / IN_A_SHOW + 1}`;
    places.set(slug, writeShow(home, slug, Math.min(IN_A_SHOW, recaps - from)));
  }
  home.record(places);
  return home;
}

/**
 * A library of one show with so many recaps. Its reader has watched all. The show has no list of episodes:
 * one of 10,000 would be longer than front matter may be.
 */
export function longShow(recaps: number): Home {
  const home = makeHome();
  home.record(new Map([[LONG_SHOW, writeShow(home, LONG_SHOW, recaps, false)]]));
  return home;
}

/** Writes a show with a recap of each of its episodes. @returns the last of them */
export function writeShow(home: Home, slug: string, recaps: number, hasList = true): EpisodeCode {
  const random = randomOf(recaps);
  const codes = Array.from({ length: recaps }, (_, index) =>
    episodeCode(1 + Math.floor(index / IN_A_SEASON), 1 + (index % IN_A_SEASON)),
  );
  home.write(`${slug}/show.md`, introductionOf(hasList ? codes : [], random));
  for (const code of codes) {
    home.write(`${slug}/${code.toLowerCase()}.md`, recapOf(slug, code, random));
  }
  const last = codes.at(-1);
  if (!last) throw new Error('a show needs a recap');
  return last;
}

function introductionOf(codes: readonly EpisodeCode[], random: Random): string {
  const episodes = codes.map((code) => `  - { code: ${code}, title: ${words(random, 2)} }\n`);
  const list = episodes.length > 0 ? `episodes:\n${episodes.join('')}` : '';
  return `---
title: ${words(random, 3)}
year: 2020
network: Harbour TV
${list}---

${sentence(random)}
`;
}

function recapOf(slug: string, code: EpisodeCode, random: Random): string {
  return `---
episode: ${code}
title: The ${words(random, 2)}
summary: "${sentence(random)}"
author: "The recap editors"
published: 2020-12-14
source: https://recaps.example/${slug}/${code.toLowerCase()}
tags: [${words(random, 1)}, ${words(random, 1)}]
---

${sentences(random, 4)}

## The ${words(random, 2)}

${sentences(random, 4)}
`;
}
