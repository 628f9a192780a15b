import { INTRODUCTION } from '../model/introduction.ts';
import { yamlText } from '../model/yaml-text.ts';
import { gistOf } from './gist.ts';
import type { EpisodeDraft, ShowDraft } from './show-draft.ts';

/**
 * The files of a fetched show, by name (docs/format.md): `show.md`, and a recap, gated by its episode, for every
 * episode that has a text. Nothing public in them is derived from a text: file names are codes.
 *
 * @param retrieved the day on which it was fetched, `YYYY-MM-DD`
 */
export function showFiles(draft: ShowDraft, retrieved: string): Map<string, string> {
  const files = new Map([[`${INTRODUCTION}.md`, introduction(draft, retrieved)]]);
  for (const episode of draft.episodes) {
    const text = recap(episode, retrieved);
    if (text !== null) files.set(`${episode.code.toLowerCase()}.md`, text);
  }
  return files;
}

function introduction(draft: ShowDraft, retrieved: string): string {
  const { id, title, year, network, aka, status, episodes, credits } = draft;
  return frontMatter([
    `title: ${yamlText(title)}`,
    year !== null && `year: ${String(year).padStart(4, '0')}`,
    network !== null && `network: ${yamlText(network)}`,
    aka.length > 0 && `aka: [${aka.map(yamlText).join(', ')}]`,
    `id: ${id}`,
    `status: ${status}`,
    `retrieved: ${yamlText(retrieved)}`,
    episodes.length > 0 && `episodes:\n${episodes.map(listed).join('\n')}`,
  ]).concat(credits.map(creditLine).join('\n'), about(draft));
}

function listed({ code, id, aired, title }: EpisodeDraft): string {
  const values = [
    `code: ${code}`,
    `id: ${id}`,
    aired !== null && `aired: ${yamlText(aired)}`,
    title !== null && `title: ${yamlText(title)}`,
  ];
  return `  - { ${values.filter(Boolean).join(', ')} }`;
}

/** The show's description, which may have been written or changed after any aired episode. */
function about({ about: text, episodes, status }: ShowDraft): string {
  const last = episodes.at(-1);
  if (text === null) return '';
  const gate = status === 'ended' && last ? last.code : 'never';
  return `\n:::spoiler{after=${gate} label="About the show"}\n${text.markdown}\n:::\n`;
}

function recap({ code, id, summary, plot }: EpisodeDraft, retrieved: string): string | null {
  const text = plot ?? summary;
  if (text === null) return null;
  const { credit } = text;
  return frontMatter([
    `episode: ${code}`,
    `id: ${id}`,
    `gist: ${yamlText(gistOf((summary ?? text).line))}`,
    `author: ${yamlText(credit.author)}`,
    credit.page !== null && `headline: ${yamlText(credit.page)}`,
    `source: ${yamlText(credit.address)}`,
    `license: ${yamlText(credit.license)}`,
    `retrieved: ${yamlText(retrieved)}`,
  ]).concat(text.markdown, '\n');
}

/** The attribution that a source's license requires. */
function creditLine({ what, credit }: ShowDraft['credits'][number]): string {
  return `${what}: [${credit.site}](${credit.address}), licensed ${credit.license}.\n`;
}

function frontMatter(lines: readonly (string | false)[]): string {
  return `---\n${lines.filter((line) => line !== false).join('\n')}\n---\n\n`;
}
