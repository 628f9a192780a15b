import type { Article } from './article.ts';
import type { ConvertedDraft } from './draft.ts';
import type { EpisodeList } from './episode-list.ts';

export interface ReportOptions {
  readonly list: EpisodeList;
  /** What the draft is called in places: `draft:12`. */
  readonly name: string;
}

/** Sections that are listed one by one. */
const MOST_SECTIONS = 30;

/**
 * What a conversion did, for the author, a line each: the gate of the whole and why, sections with gates of their own,
 * what was left out, and what is open to everybody.
 */
export function conversionReport(
  draft: ConvertedDraft,
  article: Article,
  { list, name }: ReportOptions,
): string[] {
  const { whole, sections, hidden, openText, isDoubtful, replacedTitle, title } = draft;
  const lines = [wholeLine(draft, list)];
  if (isDoubtful) {
    lines.push(
      'recap cannot tell where the spoilers in this text begin and end, so no part of it opens early',
    );
  }
  for (const { line, gate, opens } of sections.slice(0, MOST_SECTIONS)) {
    lines.push(
      `${name}:${line}: opens ${opens}, after ${gate ?? 'a peek'}: its heading names that episode`,
    );
  }
  if (sections.length > MOST_SECTIONS)
    lines.push(`and ${sections.length - MOST_SECTIONS} more sections that name their episodes`);
  if (hidden > 0) {
    lines.push(
      `${hidden === 1 ? '1 passage' : `${hidden} passages`} that the page hides or marks as a spoiler ${hidden === 1 ? 'is' : 'are'} also gated in the draft`,
    );
  }
  if (replacedTitle !== undefined) {
    lines.push(
      `public title: "${title}", because the page's own title may be a spoiler; the original is gated, as \`headline\``,
    );
  }
  if (article.dropped.length > 0) lines.push(`left out: ${article.dropped.join(', ')}`);
  if (openText === '') {
    lines.push(
      whole.gate === null
        ? 'nothing is public; add `after` to the front matter once you know the episode'
        : 'nothing is public',
    );
  } else lines.push(`public:\n${openText.replace(/^/gm, '  ')}`);
  return lines;
}

function wholeLine({ whole: { gate, reason } }: ConvertedDraft, list: EpisodeList): string {
  if (gate === null && reason === 'last') {
    return 'the whole draft can only be peeked at: the show is still running, and the text may be newer than its last listed episode';
  }
  if (gate === null && reason !== 'unknown') {
    return 'the whole draft can only be peeked at: the page is about an episode that the show does not list';
  }
  if (gate === null) {
    return list.show === undefined
      ? 'the whole draft can only be peeked at: name the show with `--show`, so that recap can look for its episodes in the page'
      : 'the whole draft can only be peeked at: the show lists no episodes';
  }
  const because = {
    title: "the page's title names it",
    address: "the page's address names it",
    'page data': "the page's data or breadcrumbs name it",
    option: 'as you asked',
    last: 'the last episode, as the page does not say which one it covers',
    unknown: 'the page does not say which one it is about',
  }[reason];
  const unlisted =
    list.isListed && !list.knows(gate)
      ? ', which the show does not list, so it can only be peeked at'
      : '';
  return `the whole draft waits for ${gate}: ${because}${unlisted}`;
}
