import { TEMPLATE } from '../check/template-rules.ts';
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
 * A recap to fill in: its front matter, and an example of each spoiler with a gate that fits. `recap check` finds
 * nothing wrong in it but that it is a template.
 */
export function recapDraft({ episode, title, order, schema }: RecapDraftOptions): string {
  const [soon, later] = gatesAfter(episode, order);
  const about = episode
    ? `Write here what happens in ${episode}. ${TEMPLATE.episode}`
    : `${TEMPLATE.article} What comes later goes behind a gate, as below.`;
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

${TEMPLATE.words} :spoiler[somebody]${soon && `{after=${soon}}`}.

:::spoiler{${soon && `after=${soon} `}label="What it leads to"}
${TEMPLATE.block}
:::

## A section {${later && `after=${later} `}label="Much later"}

${TEMPLATE.section}
`;
}

/** A `show.md` to fill in. */
export function showDraft({ title, year, network, episodes, schema }: NewShow): string {
  const lines = episodes.map((code) => `  - { code: ${code} }\n`).join('');
  // a key without a value is an error
  const list =
    episodes.length > 0 ? `episodes:\n${lines}` : '# episodes:\n#   - { code: S01E01 }\n';
  return `---
${schemaComment(schema)}
title: ${yamlText(title)}
${year === undefined ? '' : `year: ${year}\n`}${network === undefined ? '' : `network: ${yamlText(network)}\n`}# In viewing order; with titles: { code: S01E01, title: "…" }
${list}# What no sentence may say too early (docs/format.md):
# secrets:
#   - { phrase: "…", after: ${episodes.at(-1) ?? 'S01E01'} }
---

${TEMPLATE.introduction}
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
