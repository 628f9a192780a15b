import {
  attribute,
  isBlock,
  isElement,
  isWordless,
  type PageElement,
  parentOf,
  textValue,
} from './page-tree.ts';

/** How much text an element holds, in UTF-16 code units. */
export interface Extent {
  readonly text: number;
  /** How much of it is in links. */
  readonly links: number;
  /** How much of it is in paragraphs that read as prose. */
  readonly prose: number;
}

export type ExtentOf = (element: PageElement) => Extent;

const NONE: Extent = { text: 0, links: 0, prose: 0 };
/** A paragraph from this length on counts as prose, unless most of it is links. */
const PROSE = 80;

/** Measures every element once, from the leaves up. */
export function extents(root: PageElement): ExtentOf {
  const found = new Map<PageElement, Extent>();
  measure(root, found);
  return (element) => found.get(element) ?? NONE;
}

function measure(element: PageElement, found: Map<PageElement, Extent>): Extent {
  if (isWordless(element)) return NONE;
  let text = 0;
  let links = 0;
  let prose = 0;
  let run = 0;
  let runLinks = 0;
  const endRun = () => {
    if (run >= PROSE && runLinks < run / 2) prose += run;
    run = runLinks = 0;
  };
  for (const child of element.childNodes) {
    const value = textValue(child);
    if (value !== undefined) {
      const length = value.replace(/\s+/g, ' ').length;
      const words = value.trim() === '' ? 0 : length;
      text += words;
      run += words;
    } else if (isElement(child)) {
      const inner = measure(child, found);
      text += inner.text;
      links += inner.links;
      const hasBlocks = inner.prose > 0;
      if (isBlock(child) || hasBlocks) {
        endRun();
        prose += inner.prose;
      } else {
        run += inner.text;
        runLinks += inner.links;
      }
    }
  }
  if (isBlock(element)) endRun();
  else if (run >= PROSE * 4 && runLinks < run / 2) endRun();
  const isLink = element.tagName === 'a' && attribute(element, 'href') !== undefined;
  const extent = { text, links: isLink ? text : links, prose };
  found.set(element, extent);
  return extent;
}

/** What an element's kind or name says of it. `'certain'`: furniture; `'likely'`: only if it holds no prose. */
export type Look = 'certain' | 'likely' | undefined;

const CERTAIN_TAGS = new Set(['nav', 'footer', 'button', 'input', 'menu']);
const LIKELY_TAGS = new Set(['aside', 'form', 'dialog', 'label', 'fieldset', 'header']);
const ROLES = new Set(
  'navigation complementary contentinfo search banner dialog alertdialog menu menubar toolbar tablist tooltip'.split(
    ' ',
  ),
);

/** Names that make furniture of whatever has them as a part: `comments-area`, `jp-relatedposts`. */
const CERTAIN = new Set(
  (
    'advert adverts advertisement adsense akismet authorbio authorbox author-bio author-box breadcrumb breadcrumbs comments commentlist ' +
    'comment-list comment-form comment-respond cookie cookies disqus donate editsection footer gdpr hatnote infobox masthead navbar navbox navigation newsletter ' +
    'newsletters outbrain pagination paywall recirc recirculation recommended recommendations recommend reflist related relatedposts related-posts respond ' +
    'sharebar sharedaddy sharethis sharing shortdescription sidebar siteinfo sitesub skiplink skip-link sponsored subnav subscribe subscription taboola tagcloud toc ' +
    'trending upnext up-next zergnet read-next readnext more-stories most-read most-popular mostread also-like alsolike you-may-like prevnext nextprev post-navigation'
  ).split(' '),
);

/** Names that mean furniture where there is no prose: `share`, `entry-meta`. */
const LIKELY = new Set(
  (
    'ad ads affiliate archives badge badges banner bio byline byl categories cat-links comment consent copyright cta dateline donation ' +
    'email-signup entry-meta facebook feedback filed follow followus kicker leaderboard likes login mailchimp menu meta metabar metadata ' +
    'modal nav noprint overlay pager pagetop permalink pinterest popular popup posted-on postmeta print promo promos promoted rail ' +
    'rating-widget reactions recent recents registration reply rss search searchform share shares sharebuttons sharebox shareicons shopping signup sign-up ' +
    'skip social socials sponsor sponsors sticky suggested tag-links taglist tags teaser teasers toolbar tweet twitter utility vote votes voting xpromo'
  ).split(' '),
);

/** Names that mean furniture only alone: `widget`, and not `elementor-widget-text`. */
const ALONE = new Set('widget widgets author date posted toptags noprint'.split(' '));

/** A word before a name says that the element is about it, and is it not: `no-share`, `has-sidebar`. */
const ABOUT = new Set(
  'no non not without with has have hide hides is show shows enable enabled disable disabled js can allow allows type format layout page template theme supports warn category tag status support'.split(
    ' ',
  ),
);
/** A word behind a name says the same: `toc-section`, `share-enabled`. */
const ABOUT_BEHIND = new Set(
  'section enabled disabled active target free on off left right open page layout'.split(' '),
);

/** Elements that hold articles or are parts of them, whatever they are called; only their whole name counts. */
const HOLDERS = new Set(
  'html body main article h1 h2 h3 h4 h5 h6 p blockquote table tbody tr td th a em strong b i details summary pre code'.split(
    ' ',
  ),
);

/** Longer names were made by a program, and mean nothing. */
const LONGEST_NAME = 80;

/** Whether an element is, by its kind or its name, no part of an article. What it holds is not looked at. */
export function lookOf(element: PageElement): Look {
  const { tagName } = element;
  const isQuoted = tagName === 'footer' && parentOf(element)?.tagName === 'blockquote';
  if (CERTAIN_TAGS.has(tagName)) return isQuoted ? undefined : 'certain';
  const role = attribute(element, 'role');
  if (role !== undefined && ROLES.has(role)) return 'certain';
  const custom = tagName.includes('-') ? tagName : '';
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${custom}`;
  const isHolder = HOLDERS.has(tagName);
  let look: Look;
  for (const name of names.split(/\s+/)) {
    if (name === '' || name.length > LONGEST_NAME) continue;
    const found = lookOfName(name, isHolder);
    if (found === 'certain') return found;
    look ??= found;
  }
  if (look) return look;
  if (!LIKELY_TAGS.has(tagName)) return undefined;
  return tagName === 'header' && isInArticle(element) ? undefined : 'likely';
}

function lookOfName(name: string, isHolder: boolean): Look {
  const lower = name.toLowerCase();
  if (CERTAIN.has(lower)) return isHolder && lower === 'subscribe' ? 'likely' : 'certain';
  if (LIKELY.has(lower) || ALONE.has(lower)) return 'likely';
  if (isHolder) return undefined;
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_:]+/)
    .filter(Boolean);
  let look: Look;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    // everything behind such a word is what the element is about
    if (ABOUT.has(word)) return look;
    if (next !== undefined && ABOUT_BEHIND.has(next)) continue;
    const pair = `${word}-${next ?? ''}`;
    if (CERTAIN.has(word) || CERTAIN.has(pair)) return 'certain';
    if (LIKELY.has(word) || LIKELY.has(pair)) look = 'likely';
  }
  return look;
}

function isInArticle(element: PageElement): boolean {
  for (let outer = parentOf(element); outer; outer = parentOf(outer)) {
    if (outer.tagName === 'article' || outer.tagName === 'main') return true;
  }
  return false;
}

/** Whether an element is a list of links and little else. */
export function isLinkList(element: PageElement, { text, links, prose }: Extent): boolean {
  if (!/^(?:ul|ol|dl|div|section|p|td)$/.test(element.tagName) || prose > 0 || text === 0)
    return false;
  return links > text * 0.8 && linkCount(element) >= 3;
}

function linkCount(element: PageElement): number {
  let count = 0;
  const pending = [...element.childNodes];
  for (let node = pending.pop(); node && count < 3; node = pending.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === 'a') count++;
    else for (const child of node.childNodes) pending.push(child);
  }
  return count;
}

/** What to call a piece of furniture in a report. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/comment|disqus|respond|reply/i, 'comments'],
  [
    /related|recommend|recirc|trending|upnext|read-?next|more-stories|popular|outbrain|taboola/i,
    'related pages',
  ],
  [/shar(?:e|ing)|social|facebook|twitter|pinterest/i, 'share buttons'],
  [/newsletter|subscri|signup|sign-up|mailchimp/i, 'sign-up forms'],
  [/cookie|consent|gdpr/i, 'cookie notices'],
  [/\btoc\b/i, 'the table of contents'],
  [/infobox|navbox|reflist|editsection/i, 'boxes of a wiki'],
  [/^nav\b|nav|menu|breadcrumb|pagina|masthead|skip/i, 'navigation'],
  [/\bad|sponsor|promo|affiliate/i, 'advertisements'],
  [/foot|copyright/i, 'the footer'],
  [/aside|sidebar|widget/i, 'sidebars'],
];

/** The kind of furniture that an element is; `undefined` for kinds that are not worth a word. */
export function furnitureName(element: PageElement): string | undefined {
  const text = `${element.tagName} ${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${attribute(element, 'role') ?? ''}`;
  return NAMES.find(([pattern]) => pattern.test(text))?.[1];
}
