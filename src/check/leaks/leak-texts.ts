import type { EpisodeCode, Gate } from '../../model/episode.ts';
import type { ViewingOrder } from '../../model/order.ts';
import type { AuthorFile, AuthorRecap } from '../author-file.ts';
import type { Place } from '../finding.ts';
import type { FlatBody } from '../passages.ts';
import type { RuleName } from '../rules.ts';
import type { Style } from './written-words.ts';

/** A recap with its body laid flat. */
export interface ReadRecap {
  readonly author: AuthorRecap;
  readonly flat: FlatBody;
}

/** A text of a show's folder, and who may read it. */
export interface LeakText {
  readonly file: AuthorFile;
  readonly text: string;
  readonly style: Style;
  /** What must have been watched to read it; `undefined`: nothing. */
  readonly gate: Gate | undefined;
  readonly rule: Exclude<Extract<RuleName, `leak/${string}`>, 'leak/secret' | 'leak/event'>;
  /** It is in a spoiler, whose gate the author chose for it. */
  readonly isInSpoiler: boolean;
  /** It stands in an episode's recap, which may tell from its gate on what it says. */
  readonly isTold: boolean;
  readonly part: 'body' | 'front matter' | 'name';
  /** Where it begins in its part, in UTF-16 code units. */
  readonly start: number;
  /** It is at one place as a whole: a label at its spoiler's opener. */
  readonly isOnePlace: boolean;
}

/** The place of an offset into a text. */
export function placeIn({ file, part, start, isOnePlace }: LeakText, offset: number): Place {
  const at = isOnePlace ? start : start + offset;
  if (part === 'body') return file.inBody(at);
  if (part === 'front matter') return file.inFrontMatter(at);
  return { path: file.path, line: 1, column: 1 };
}

/** All texts of a recap, an article or the people of a show. */
export function textsOf(recap: ReadRecap, order: ViewingOrder): LeakText[] {
  return [...inFrontMatter(recap, order), ...bodyTexts(recap), ...labels(recap)];
}

const FRONT_MATTER: ReadonlyMap<string, Pick<LeakText, 'rule' | 'style'>> = new Map([
  ['title', { rule: 'leak/title', style: 'title' }],
  ['summary', { rule: 'leak/summary', style: 'prose' }],
  ['tags', { rule: 'leak/tag', style: 'tag' }],
  ['gist', { rule: 'leak/text', style: 'prose' }],
]);

/** Titles, summaries, tags, gists and the name of the file. An episode's title can be read one episode early. */
function inFrontMatter({ author }: ReadRecap, order: ViewingOrder): LeakText[] {
  const { file, frontMatter, recap } = author;
  const { episode } = frontMatter;
  const isPart = { file, isInSpoiler: false, isTold: false, isOnePlace: false };
  const early = episode === undefined ? undefined : before(order, episode);
  const found = file.values.flatMap(({ path, start, end }): LeakText[] => {
    const key = String(path[0]);
    const field = FRONT_MATTER.get(key);
    if (!field) return [];
    const gate =
      key === 'title' ? early : key === 'gist' ? (recap.head.gate ?? undefined) : undefined;
    const isTold = key === 'gist' && episode !== undefined;
    const text = file.frontMatter.slice(start, end).replace(/^["']|["']$/g, ' ');
    return [{ ...isPart, ...field, text, gate, isTold, part: 'front matter', start }];
  });
  return [
    ...found,
    {
      ...isPart,
      text: file.slug,
      style: 'tag',
      gate: undefined,
      rule: 'leak/file-name',
      part: 'name',
      start: 0,
    },
  ];
}

function before({ codes }: ViewingOrder, episode: EpisodeCode): EpisodeCode | undefined {
  return codes[codes.indexOf(episode) - 1];
}

/** Headings and what describes pictures, which are texts of their own. */
const APART = /^[ \t>]*#{1,6}[ \t].+$|!\[[^\]\n]*\]/gm;

export function bodyTexts({ author, flat }: ReadRecap): LeakText[] {
  const { file, frontMatter, recap } = author;
  const isTold = frontMatter.episode !== undefined;
  return flat.passages.flatMap(({ text, offset, gate }): LeakText[] => {
    const isInSpoiler = gate !== (recap.head.gate ?? undefined);
    const common = { file, gate, isInSpoiler, isTold, part: 'body', isOnePlace: false } as const;
    const apart: LeakText[] = [];
    const rest = text.replace(APART, (match, index: number) => {
      const own = { ...common, text: match, start: offset + index } as const;
      const blank = ' '.repeat(match.length - 3);
      if (match.startsWith('!')) {
        apart.push({ ...own, style: 'prose', rule: 'leak/alt' });
        return `![${blank}]`;
      }
      apart.push({ ...own, style: 'title', rule: 'leak/heading' });
      return `${blank}  \n`;
    });
    return [{ ...common, text: rest, start: offset, style: 'prose', rule: 'leak/text' }, ...apart];
  });
}

/** Labels can be read as soon as what surrounds their spoiler. */
function labels({ author: { file, recap }, flat }: ReadRecap): LeakText[] {
  return flat.spoilers.flatMap(({ spoiler: { label, form, offset }, around }): LeakText[] => {
    if (form === 'body' || label === undefined) return [];
    return [
      {
        file,
        text: label,
        style: 'title',
        gate: around,
        isInSpoiler: around !== (recap.head.gate ?? undefined),
        rule: 'leak/label',
        isTold: false,
        part: 'body',
        start: offset,
        isOnePlace: true,
      },
    ];
  });
}
