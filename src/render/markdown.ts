import MarkdownIt, {
  type Env,
  type MarkdownIt as Parser,
  type StateBlock,
  type Token,
} from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { addresses } from './addresses.ts';
import { markRules } from './mark-rules.ts';

/** Block tokens deep in each other that are read as such; a list nested in a list counts two. */
const DEEPEST_BLOCK = 60;
/** Images, notes and open spoilers in each other that are read as such. */
const DEEPEST_INLINE = 12;

let parser: Parser | undefined;

/**
 * Parses a view's Markdown: CommonMark with tables, strikethrough, footnotes, addresses as links, and the
 * marks of `veil/marks.ts`. What is nested too deeply stays as text.
 *
 * @param env where link definitions and footnotes are found and left; see `Definitions`
 */
export function parse(text: string, env: Env): Token[] {
  parser ??= newParser();
  return parser.parse(text, env);
}

/** Reads a text's link definitions into `env.references`; the first of a label counts. */
export function readDefinitions(text: string, env: Env): void {
  parser ??= newParser();
  parser.block.parse(text, parser, env, []);
}

function newParser(): Parser {
  // Deeper than the rules below let it get: beyond its own limit markdown-it drops text.
  const md = new MarkdownIt({ html: true, linkify: true, maxNesting: 100 });
  md.use(footnote);
  addresses(md);
  markRules(md);
  md.block.ruler.before('mark', 'deepest', deepest);
  limitInline(md);
  return md;
}

/** At the deepest level lines are a paragraph, whatever they look like. */
function deepest(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (silent || state.level < DEEPEST_BLOCK) return false;
  let next = start + 1;
  while (next < end && !state.isEmpty(next)) {
    const indent = state.sCount[next] ?? 0;
    if (indent >= 0 && indent < state.blkIndent) break;
    next++;
  }
  state.line = next;
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(start, next, state.blkIndent, false).trim();
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/** An image's text, a note in a line and an open spoiler are parsed by calls within calls. */
function limitInline(md: Parser): void {
  const parseInline = md.inline.parse.bind(md.inline);
  let depth = 0;
  md.inline.parse = (text, parser, env, tokens) => {
    if (depth >= DEEPEST_INLINE) {
      const token = new parser.inline.State(text, parser, env, tokens).push('text', '', 0);
      token.content = text;
      return;
    }
    depth++;
    try {
      parseInline(text, parser, env, tokens);
    } finally {
      depth--;
    }
  };
}
