import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import { UserError } from '../model/user-error.ts';
import { readYaml } from '../model/yaml.ts';
import { sanitize, sanitizeLine } from '../text/sanitize.ts';
import type { Article } from './article.ts';
import { type Block, LIKE_HEADING } from './block.ts';
import { articleBlocks } from './blocks.ts';
import { byline, isAddress, type PageFacts } from './facts.ts';
import { withoutFurnitureLines } from './furniture-lines.ts';
import { type Hiding, hidingOf } from './hiding.ts';
import { dateIn, isDateLine } from './page-date.ts';
import { elementsOf, type PageElement, parsePage } from './page-tree.ts';
import { markWrittenSpoilers } from './written-spoilers.ts';

/** The longest line, alone in its block, that is read as a heading. */
const LONGEST_HEADING = 100;

/**
 * Reads plain text or Markdown as an article. Its first line is the title. Front matter, as web clippers write it, and
 * leading lines with author, date and source are read as facts about it.
 *
 * @throws {UserError} if it has no text
 */
export function articleOfText(text: string): Article {
  const { front, body } = withoutFrontMatter(sanitize(text));
  const lead = leadOf(body, front.title);
  const html = markdown().render(quotesAsTags(lead.body));
  const document = parsePage(`<!DOCTYPE html><html><body>${html}</body></html>`);
  const root = [...elementsOf(document)].find(({ tagName }) => tagName === 'body');
  const hiding = new Map<PageElement, Hiding>(hidingOf(document));
  const hasStrayEnd = root ? markWrittenSpoilers(root, hiding) : false;
  const title = front.title ?? lead.title;
  const facts: PageFacts = {
    title,
    author: front.author ?? lead.author,
    published: front.published ?? lead.published,
    source: front.source ?? lead.source,
    site: undefined,
    titles: title === undefined ? [] : [title],
    trails: [],
  };
  const read = root ? articleBlocks({ root, isDropped: () => false, dropped: [] }, hiding) : [];
  const blocks = withoutFurnitureLines(read, facts).map(asHeading);
  if (!blocks.some((block) => /[\p{L}\p{N}]/u.test(block.text))) {
    throw new UserError('the file has no text that could be a recap');
  }
  return { facts, blocks, hasStrayEnd, dropped: [] };
}

interface Lead {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly published: string | undefined;
  readonly source: string | undefined;
  readonly body: string;
}

function markdown(): Parser {
  const reader = new MarkdownIt({ html: true, linkify: false, breaks: false, maxNesting: 100 });
  // four spaces indent a paragraph in plain text, and rarely mean code anywhere
  reader.disable('code');
  reader.renderer.rules.softbreak = () => '<br data-soft>\n';
  return reader;
}

/** The front matter of a web clipper, without its description, which is not written for people who have seen nothing. */
function withoutFrontMatter(text: string): { front: Omit<Lead, 'body'>; body: string } {
  const none = { title: undefined, author: undefined, published: undefined, source: undefined };
  const found = /^\s*---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!found) return { front: none, body: text };
  let values: Readonly<Record<string, unknown>>;
  try {
    values = readYaml(found[1] ?? '');
  } catch {
    return { front: none, body: text };
  }
  const value = (...names: string[]) => {
    for (const name of names) {
      const [first]: unknown[] = [values[name]].flat();
      const line = typeof first === 'string' ? sanitizeLine(first) : '';
      if (line !== '') return line;
    }
    return undefined;
  };
  const source = value('source', 'url', 'link', 'canonical');
  return {
    front: {
      title: value('title')?.slice(0, 300),
      author: byline(value('author', 'authors', 'creator')),
      published: dateIn(value('published', 'date', 'datePublished') ?? ''),
      source: isAddress(source) ? source : undefined,
    },
    body: text.slice(found[0].length),
  };
}

/** The title, and the facts in the lines below it. */
function leadOf(body: string, title: string | undefined): Lead {
  const lines = body.split('\n');
  let at = lines.findIndex((line) => line.trim() !== '');
  if (at === -1)
    return { title: undefined, author: undefined, published: undefined, source: undefined, body };
  const opening = sanitizeLine(
    (lines[at] ?? '').replace(/^#+\s*/, '').replace(/^\*\*(.*)\*\*$/, '$1'),
  );
  const isUnderlined = /^(?:={3,}|-{3,})\s*$/.test(lines[at + 1] ?? '');
  const isTitle = title === undefined && opening !== '' && opening.length <= 300 && isOpen(opening);
  if (isTitle) at += isUnderlined ? 2 : 1;
  let author: string | undefined;
  let published: string | undefined;
  let source: string | undefined;
  const kept: string[] = [];
  const end = Math.min(lines.length, at + 12);
  for (; at < end; at++) {
    const line = (lines[at] ?? '').trim();
    if (line === '' || /^[=-]{3,}$/.test(line)) continue;
    const by = /^(?:by|author|von|par|por|di)[\s:]+(.{1,100})$/i.exec(line)?.[1];
    const named = /^(\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){1,3})\s+\d+$/u.exec(line)?.[1];
    const from = /^(?:source|from|url|link)?[\s:]*(https?:\/\/\S+)$/i.exec(line)?.[1];
    const [name = '', ...dates] = by?.split(/,|\s[|•·–-]\s/) ?? [];
    if (isDateLine(line) && published === undefined) published = dateIn(line);
    else if (
      (by ?? named) !== undefined &&
      author === undefined &&
      isOpen(line) &&
      (by === undefined || by.length < 80)
    ) {
      author = byline(named ?? name);
      published ??= dateIn(dates.join(','));
    } else if (from && source === undefined) source = from;
    else if (/^.{1,60}$/.test(line) && !/[.!?:]$/.test(line) && (lines[at - 1] ?? '').trim() !== '')
      kept.push(line);
    else break;
  }
  const rest = lines.slice(at).join('\n');
  const loose = kept.length > 0 ? `${kept.join('\n\n')}\n\n` : '';
  return { title: isTitle ? opening : undefined, author, published, source, body: loose + rest };
}

/** Whether a line contains no part of a spoiler. */
function isOpen(line: string): boolean {
  return !/\|\||>!|!<|~!|\[\/?spoiler|<\/?details|:::|%%/i.test(line);
}

/** Converts Stack Exchange's `>! text` lines to a pair of tags, which may contain several paragraphs. */
function quotesAsTags(text: string): string {
  if (!/^[ \t]*>!/m.test(text)) return text;
  return text.replace(/(?:^[ \t]*>![^\n]*(?:\n|$))+/gm, (lines) => {
    if (/!</.test(lines)) return lines.replace(/^([ \t]*)>!/gm, '$1\\>!');
    return `\n[spoiler]\n\n${lines.replace(/^[ \t]*>!\s?/gm, '')}\n\n[/spoiler]\n\n`;
  });
}

/** A paragraph of one short line that does not end a sentence is a heading. */
function asHeading(block: Block): Block {
  const { kind, rank, text, hiding, quotes, words } = block;
  const markdown = words.map((part) => part.markdown).join('');
  const isLike = kind === 'heading' && rank === LIKE_HEADING && !markdown.startsWith('**');
  if (hiding || quotes > 0 || words.some((part) => part.hiding)) return block;
  if (!isLike && !(kind === 'paragraph' && isHeadingLine(text))) return block;
  return {
    ...block,
    kind: 'heading',
    rank: 2,
    words: [{ markdown: `## ${markdown.replace(/#(?=#*$)/g, '\\#')}`, hiding: undefined }],
  };
}

function isHeadingLine(text: string): boolean {
  if (text.includes('\n') || text.length > LONGEST_HEADING || text.split(/\s+/).length > 16)
    return false;
  return /^[\p{L}\p{N}"“¿¡]/u.test(text) && !/[.,;:!…"”]$/.test(text);
}
