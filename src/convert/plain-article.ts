import { plain, plainLine } from '../terminal/untrusted.ts';
import type { Article } from './article.ts';
import { markedText } from './marks.ts';

/** A line that is a heading, though nothing says so but its words. */
const HEADING =
  /^(?:season\s+\d+\W+)?(?:episode|ep\.?|part)\s+\d+\b.{0,80}$|^s\d{1,3}\s?e\d{1,4}\b.{0,80}$|^\d{1,2}x\d{1,3}\b.{0,80}$/i;

/**
 * An article as plain text or Markdown: its first line is the title; lines at its beginning that say who wrote
 * it, when, and where it comes from are read as that.
 */
export function articleOfText(written: string): Article {
  const state = { isBarOpen: false, isBlockOpen: false };
  const lines = plain(written).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const title = plainLine((lines[first] ?? '').replace(/^#+\s*/, '')).slice(0, 300) || undefined;
  let author: string | undefined;
  let published: string | undefined;
  let source: string | undefined;
  let start = first + 1;
  for (; start < Math.min(lines.length, first + 10); start++) {
    const line = (lines[start] ?? '').trim();
    if (line === '' || /^[=-]{3,}$/.test(line)) continue;
    const by = /^(?:by|author)[\s:]+(.{1,100})$/i.exec(line)?.[1];
    const on = /^(?:published|date|posted)?[\s:]*(?:on\s+)?(\d{4}-\d{2}-\d{2})$/i.exec(line)?.[1];
    const from = /^(?:source|from|url)?[\s:]*(https?:\/\/\S+)$/i.exec(line)?.[1];
    if (by && !author) author = plainLine(by);
    else if (on && !published) published = Number.isNaN(Date.parse(on)) ? undefined : on;
    else if (from && !source) source = from;
    else break;
  }
  const body = lines.slice(start).map((line, index, all) => {
    const isAlone = (all[index - 1] ?? '').trim() === '' && (all[index + 1] ?? '').trim() === '';
    return isAlone && HEADING.test(line.trim()) ? `## ${line.trim()}` : markedText(line, state);
  });
  return { title, author, published, source, markdown: body.join('\n') };
}
