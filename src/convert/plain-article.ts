import { sanitize, sanitizeLine } from '../text/sanitize.ts';
import type { Article } from './article.ts';
import { MARKS, markedText, type WrittenState } from './marks.ts';

/** A line that is a heading, though nothing says so but its words. */
const HEADING =
  /^(?:season\s+\d+\W+)?(?:episode|ep\.?|part)\s+\d+\b.{0,80}$|^s\d{1,3}\s?e\d{1,4}\b.{0,80}$|^\d{1,2}x\d{1,3}\b.{0,80}$/i;

/**
 * An article as plain text or Markdown: its first line is the title; lines at its beginning that say who wrote
 * it, when, and where it comes from are read as that.
 */
export function articleOfText(text: string): Article {
  const state: WrittenState = new Set();
  const lines = sanitize(text).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = sanitizeLine((lines[first] ?? '').replace(/^#+\s*/, '')).slice(0, 300);
  const isTitle = opening !== '' && isOpen(opening);
  const title = isTitle ? opening : undefined;
  let author: string | undefined;
  let published: string | undefined;
  let source: string | undefined;
  let start = isTitle ? first + 1 : Math.max(0, first);
  for (; start < Math.min(lines.length, first + 10); start++) {
    const line = (lines[start] ?? '').trim();
    if (line === '' || /^[=-]{3,}$/.test(line)) continue;
    const by = /^(?:by|author)[\s:]+(.{1,100})$/i.exec(line)?.[1];
    const on = /^(?:published|date|posted)?[\s:]*(?:on\s+)?(\d{4}-\d{2}-\d{2})$/i.exec(line)?.[1];
    const from = /^(?:source|from|url)?[\s:]*(https?:\/\/\S+)$/i.exec(line)?.[1];
    if (by && !author && isOpen(by)) author = sanitizeLine(by);
    else if (on && !published) published = Number.isNaN(Date.parse(on)) ? undefined : on;
    else if (from && !source) source = from;
    else break;
  }
  const isUnderline = /^(?:={3,}|-{3,})\s*$/;
  const written = lines
    .slice(start)
    .map((line, index, all) =>
      isUnderline.test(all[index + 1] ?? '') && line.trim() ? `## ${line}` : line,
    )
    .filter((line, index, all) => !(isUnderline.test(line) && /^## /.test(all[index - 1] ?? '')));
  const body = written.map((line, index, all) => {
    const isAlone = (all[index - 1] ?? '').trim() === '' && (all[index + 1] ?? '').trim() === '';
    const heading = /^\*\*(.{1,100})\*\*$/.exec(line.trim())?.[1] ?? line.trim();
    const marked = markedText(isAlone && HEADING.test(heading) ? `## ${heading}` : line, state);
    // a heading is a block of its own, blank lines around it or none
    return /^#{1,6}\s/.test(line) ? `\n${marked}\n` : marked;
  });
  return { title, author, published, source, markdown: body.join('\n') };
}

/** Whether a line has nothing of a spoiler in it, and announces none. */
function isOpen(line: string): boolean {
  const marked = markedText(line, new Set());
  return marked.search(MARKS) === -1;
}
