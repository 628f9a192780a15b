import type { Block } from './block.ts';
import { byline, type PageFacts } from './facts.ts';
import { isDateLine } from './page-date.ts';

/** Lines in a page's header or footer that are not part of its article. */
const NAVIGATION =
  /^(?:(?:view all|next|previous|prev|newer|older|back|home|menu|search|skip to (?:main )?content|share|tweet|pin(?: it)?|save|print|email|comments?|\d+ comments?|no comments|leave a (?:reply|comment)|advertisement|read more|load more|sign (?:in|up)|log in|subscribe|follow(?: us)?|facebook|twitter|pinterest|reddit|whatsapp|copy link|edit|sponsored)(?:\s+(?:episode|post|article|recap|story|page|link|on|this|facebook|twitter|whatsapp))?[\s«»‹›<>←→|•·-]*)+$/i;
/** Lines that start a page's footer: nothing after them is part of the article. */
const FOOT =
  /^(?:leave a (?:reply|comment)|(?:\d+\s+)?(?:comments?|responses?|thoughts on)\b.{0,60}|related(?:\s+(?:posts?|articles?|stories|reading|content))?|you (?:may|might) also (?:like|enjoy).{0,30}|more (?:from|like this|stories|recaps).{0,40}|read (?:more|next)|share this.{0,20}|about the author|filed under.{0,80}|tagged?(?: with| in)?:.{0,120}|recommended.{0,30}|trending.{0,20}|this site uses akismet.*|powered by .{0,40}|all rights reserved.*|©.{0,120}|copyright \d{4}.{0,80}|your email address will not be published.*|references|external links|notes|schreibe einen kommentar.*|laisser un commentaire|deja (?:un comentario|una respuesta)|kommentare|commentaires|comentarios)[\s:]*$/i;
const PROMOTION =
  /\b(?:follow|like|join|find|subscribe|sign up|support|donate)\b.{0,80}\b(?:on |to |our |us )?(?:twitter|facebook|instagram|newsletter|patreon|youtube|tiktok|mailing list|discord|telegram|bluesky|threads|podcast)\b/i;
/** Words that sites use as categories and that no character is called. */
const CATEGORY =
  /\b(?:netflix|hulu|hbo|amazon|prime video|apple tv|disney|tv|news|recaps?|reviews?|features?|entertainment|streaming|television|series|drama|culture|opinion|film|movies|serien|séries|noticias)\b/i;
/** A line of categories: "Netflix, News, TV Recaps". */
const CATEGORIES =
  /^(?:(?:in|filed under|categories|category|posted in|tags?)[:\s]+)?(?:\p{Lu}[\p{L}\d&'’+-]*(?:\s+\p{Lu}[\p{L}\d&'’+-]*){0,3})(?:\s*[,|•·/]\s*\p{Lu}[\p{L}\d&'’+-]*(?:\s+\p{Lu}[\p{L}\d&'’+-]*){0,3}){1,7}$/u;

/**
 * Removes what comes before and after the article: its repeated title, author, date, categories, "Next episode", "Leave
 * a Reply" and everything after it.
 */
export function withoutFurnitureLines(blocks: readonly Block[], facts: PageFacts): Block[] {
  const titles = new Set([facts.title, ...facts.titles].map((title) => plainText(title ?? '')));
  const start = blocks.findIndex(
    (block) =>
      !(titles.has(plainText(block.text)) && block.text !== '') && !isAboutArticle(block, facts),
  );
  return withoutFoot(start === -1 ? [] : blocks.slice(start));
}

function isAboutArticle({ text, kind, hiding }: Block, facts: PageFacts): boolean {
  if (kind === 'heading' || kind === 'row' || hiding) return false;
  return text.split('\n').every((line) => {
    const short = line.trim();
    if (short.length > 120) return false;
    return (
      isDateLine(short) || isByline(short, facts) || NAVIGATION.test(short) || isCategories(short)
    );
  });
}

function isCategories(line: string): boolean {
  return CATEGORIES.test(line) && CATEGORY.test(line);
}

function isByline(line: string, { author }: PageFacts): boolean {
  const name = byline(line.split(/\s*[|•·]\s*/, 1)[0]);
  if (author !== undefined && name !== undefined && plainText(name) === plainText(author))
    return true;
  return /^(?:by|von|par|por|di|door)\s+\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}(?:\s*[|•·,–-]\s*.{0,40})?$/u.test(
    line,
  );
}

/** Text after a line that starts a page's footer is dropped if none of its paragraphs reads like the article. */
function withoutFoot(blocks: readonly Block[]): Block[] {
  let end = blocks.length;
  const from = Math.max(1, blocks.findLastIndex((block, index) => index > 0 && isProse(block)) + 1);
  for (let index = from; index < blocks.length; index++) {
    if (FOOT.test(blocks[index]?.text.split('\n', 1)[0]?.trim() ?? '')) {
      end = index;
      break;
    }
  }
  const kept = blocks.slice(0, end);
  for (let last = kept.at(-1); last && kept.length > 1; last = kept.at(-1)) {
    const text = last.text.trim();
    const isFoot =
      last.kind !== 'row' &&
      !last.hiding &&
      (NAVIGATION.test(text) || (text.length < 300 && PROMOTION.test(text)) || FOOT.test(text));
    if (!isFoot) break;
    kept.pop();
  }
  return kept;
}

function isProse({ text, kind }: Block): boolean {
  return kind !== 'heading' && text.length > 140 && !FOOT.test(text) && !PROMOTION.test(text);
}

function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
