import { MARK } from './blocks.ts';
import { CLOSED } from './marks.ts';

/**
 * A view's Markdown without what rendering never shows: comments, tag attributes, link titles, and link definitions
 * that nothing refers to because the reference is behind a curtain. Code and marks stay as they are. This looks only at
 * the view, so the result says nothing about hidden text.
 */
export function shownMarkdown(text: string): string {
  const withoutComments = outsideCode(text, (part) =>
    part
      .replace(/<!--(?:>|->|[\s\S]*?--!?>)/g, marksOf)
      .replace(UNCLOSED_COMMENT, marksOf)
      .replace(
        TAG,
        (tag, name: string, rest: string) => `<${name}${shownAttributes(rest)}${marksOf(tag)}`,
      )
      .replace(TITLED_LINK, (link, alt: string | undefined, target: string) =>
        alt === undefined ? `](${target})${marksOf(link.slice(target.length))}` : link,
      ),
  );
  return withoutUnusedDefinitions(withoutComments);
}

/** An unclosed comment at the start of a line hides everything parsed with it. */
const UNCLOSED_COMMENT = new RegExp(`^[ \\t>]*<!--[^${CLOSED}]*`, 'gm');
const TAG = /(?<!\]\()<([a-z][a-z0-9-]*)(\s(?:"[^"]*"|'[^']*'|[^<>"'])*)(?=>)/gi;
const TITLE = '(?:"(?:\\\\.|[^"\\\\])*"|\'(?:\\\\.|[^\'\\\\])*\'|\\((?:\\\\.|[^()\\\\])*\\))';
const TARGET = '<[^<>\\n]*>|[^\\s()<>]+(?:\\([^\\s()]*\\)[^\\s()<>]*)?';
/** An image without alternative text shows its title. */
const TITLED_LINK = new RegExp(
  `(!\\[)?\\]\\([ \\t]*\\n?[ \\t]*(${TARGET})\\s+${TITLE}\\s*\\)`,
  'g',
);
const DEFINITION = new RegExp(
  `^([ \\t>]*)\\[((?!\\^)[^\\]\\n]+)\\]:[ \\t]*\\n?[ \\t]*(${TARGET})(?:[ \\t]*\\n?[ \\t]+${TITLE})?[ \\t]*$`,
  'gm',
);

function withoutUnusedDefinitions(text: string): string {
  if (!text.includes(']:')) return text;
  const used = new Set<string>();
  for (const [, label = ''] of text.replace(DEFINITION, '').matchAll(/\[([^[\]]+)\]/g)) {
    used.add(nameOf(label));
  }
  return outsideCode(text, (part) =>
    part.replace(DEFINITION, (whole, prefix: string, label: string, target: string) => {
      const marks = marksOf(whole);
      return used.has(nameOf(label))
        ? `${prefix}[${label}]: ${target}${marks}`
        : `${prefix}${marks}`;
    }),
  );
}

/** The normalized form of a label (CommonMark 6.3, "matches"). */
function nameOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

function shownAttributes(written: string): string {
  const shown = written.match(/\s(?:href|src|alt)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi) ?? [];
  return shown.join('') + (written.trimEnd().endsWith('/') ? ' /' : '');
}

const MARKS = new RegExp(MARK, 'g');

function marksOf(text: string): string {
  return text.match(MARKS)?.join('') ?? '';
}

const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}|~{3,})/;

/** Changes a text except in code. */
function outsideCode(text: string, change: (part: string) => string): string {
  const out: string[] = [];
  let open: string[] = [];
  let fence: string | undefined;
  const flush = () => {
    if (open.length > 0) out.push(outsideSpans(open.join('\n'), change));
    open = [];
  };
  for (const line of text.split('\n')) {
    const run = FENCE.exec(line)?.[1];
    if (fence === undefined && run === undefined) open.push(line);
    else {
      flush();
      out.push(line);
      if (fence === undefined) fence = run;
      else if (run?.startsWith(fence) && line.trimEnd().endsWith(run)) fence = undefined;
    }
  }
  flush();
  return out.join('\n');
}

/** The same for code spans: from a run of backticks to the next one of equal length in the paragraph. */
function outsideSpans(text: string, change: (part: string) => string): string {
  if (!text.includes('`')) return change(text);
  const kept: string[] = [];
  // code is replaced by a character that no text may contain, so that the text around it is seen as a whole
  const masked = text.replace(
    /(?<!`)(`+)(?!`)((?:[^`\n]|\n(?![ \t]*\n)|(?!(?<!`)\1(?!`))`)*)(?<!`)\1(?!`)/g,
    (code) => {
      kept.push(code);
      return '\uFDEF';
    },
  );
  return change(masked).replace(/\uFDEF/g, () => kept.shift() ?? '');
}
