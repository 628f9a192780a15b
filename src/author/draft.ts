import type { EpisodeCode } from '../model/episode.ts';
import { episodeCode, seasonAndNumber } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { yamlText } from '../model/yaml-text.ts';

/** What an author starts from. */
export interface RecapDraftOptions {
  /** An episode recap of it; an article if it is `undefined`. */
  readonly episode: EpisodeCode | undefined;
  /** An article must have one; an episode recap takes that of the show's list. */
  readonly title: string | undefined;
  readonly order: ViewingOrder;
  /** Where editors find the schema of the front matter; see `schemaComment`. */
  readonly schema: string;
}

/**
 * A recap to fill in: its front matter, and an example of each spoiler with a gate that fits. It passes
 * `recap check`.
 */
export function recapDraft({ episode, title, order, schema }: RecapDraftOptions): string {
  const [soon, later] = gatesAfter(episode, order);
  const about = episode
    ? `Write here what happens in ${episode}. All of it waits until the reader has watched that far.`
    : 'Write here what everybody may read. What comes later goes behind a gate, as below.';
  return `---
${schemaComment(schema)}
${episode ? `episode: ${episode}\n` : ''}${title === undefined ? '' : `title: ${yamlText(title)}\n`}# One line that everybody may read, and that gives nothing away:
# summary: "…"
# author: "…"
# source: https://…
# tags: [one, two]
---

${about}

## A heading

Words in a line: she trusts :spoiler[somebody]${soon && `{after=${soon}}`}.

:::spoiler{${soon && `after=${soon} `}label="What it leads to"}
A block, with a label that says no more than a reader may know before.
:::

## A section {${later && `after=${later} `}label="Much later"}

It waits, heading and all, up to the next heading of its rank.
`;
}

/** A `show.md` to fill in. */
export function showDraft({ title, year, network, episodes, schema }: NewShow): string {
  const lines = episodes.map((code) => `  - { code: ${code} }\n`).join('');
  return `---
${schemaComment(schema)}
title: ${yamlText(title)}
${year === undefined ? '' : `year: ${year}\n`}${network === undefined ? '' : `network: ${yamlText(network)}\n`}# In viewing order; with titles: { code: S01E01, title: "…" }
episodes:
${lines}# What no sentence may say too early (docs/format.md):
# secrets:
#   - { phrase: "…", after: ${episodes.at(-1) ?? 'S01E01'} }
---

Introduce the show to somebody who has seen nothing of it.
`;
}

export interface NewShow {
  readonly title: string;
  readonly year: number | undefined;
  readonly network: string | undefined;
  readonly episodes: readonly EpisodeCode[];
  readonly schema: string;
}

/** The codes of seasons of so many episodes: `[8, 10]` are S01E01 to S01E08 and S02E01 to S02E10. */
export function seasonsOf(counts: readonly number[]): EpisodeCode[] {
  return counts.flatMap((count, season) =>
    Array.from({ length: count }, (_, number) => episodeCode(season + 1, number + 1)),
  );
}

/** The comment by which editors with a YAML language server find a schema. */
function schemaComment(schema: string): string {
  return `# yaml-language-server: $schema=${schema}`;
}

/** Two gates behind an episode for the examples; empty where no episode is left that is later. */
function gatesAfter(
  episode: EpisodeCode | undefined,
  order: ViewingOrder,
): readonly [EpisodeCode | '', EpisodeCode | ''] {
  const first = order.isListed ? (order.codes[0] ?? '') : episodeCode(1, 1);
  const soon = episode ? following(episode, order) : first;
  return [soon, (soon && following(soon, order)) || soon];
}

function following(code: EpisodeCode, order: ViewingOrder): EpisodeCode | '' {
  if (order.isListed) return order.next(code) ?? '';
  const [season, number] = seasonAndNumber(code);
  return episodeCode(season, number + 1);
}
