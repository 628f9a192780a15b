import type { Position } from './problem.ts';

/** What js-yaml says about a mistake, without its quotes of the file. Line and column count from 0. */
interface Failure {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake in front matter: how to write it right, and where it is, as a position in the front matter from 0. */
interface Mistake {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A line `key: value`, in a list or within braces too, from its beginning. */
const ENTRY = /^(?<before>\s*(?:-\s+)*(?:\{\s*)?[\w-]+:[ \t]+)(?<value>.*)$/;

/** Quotes within a line: an opening one stands where a value begins. */
const QUOTED = /(?<=^|[:[{,-][ \t]*)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/g;

/**
 * What is wrong with front matter that is no valid YAML, in words for an author: a parser names the place where it
 * gave up, which is often behind the mistake. Nothing of the file is quoted.
 *
 * @param text the lines between the delimiters
 */
export function yamlMistake(text: string, failure: Failure): Problem {
  const lines = text.split('\n');
  const known = [
    indentedByTab,
    duplicateKey,
    unclosedQuote,
    missingSpace,
    unclosedBracket,
    reservedStart,
    quotesWithin,
    missingComma,
    colonWithin,
    commentWithin,
    escapeWithin,
    indentation,
    notAnEntry,
  ];
  for (const find of known) {
    const mistake = find(lines, failure);
    if (mistake) return problemOf(mistake);
  }
  return problemOf({ ...failure, message: 'the front matter is not valid YAML here' });
}

/** Front matter that is valid YAML but no mapping. */
export function notMapping(text: string): Problem {
  const lines = text.split('\n');
  const mistake = missingSpace(lines, { reason: '', line: lines.length, column: 0 });
  const message =
    'the front matter must be lines of `key: value`, with a colon and a space between them';
  return problemOf(mistake ?? { message, line: 0, column: 0 });
}

interface Problem {
  readonly message: string;
  readonly position: Position;
}

/** The file's first line is the delimiter, and positions count from 1. */
function problemOf({ message, line, column }: Mistake): Problem {
  return { message, position: { line: line + 2, column: column + 1 } };
}

type Find = (lines: readonly string[], failure: Failure) => Mistake | undefined;

const indentedByTab: Find = (lines, { line }) => {
  for (const at of [line, line - 1]) {
    const column = /^ *(?=\t)/.exec(lines[at] ?? '')?.[0].length;
    if (column === undefined) continue;
    const message = 'a tab indents this line; YAML allows only spaces there';
    return { message, line: at, column };
  }
  return undefined;
};

const duplicateKey: Find = (_, { reason, line, column }) => {
  if (!reason.startsWith('duplicated')) return undefined;
  return { message: 'this key appears twice; remove one of the two', line, column };
};

const unclosedQuote: Find = (lines, { reason, line }) => {
  if (!/quoted scalar|deficient indentation/.test(reason)) return undefined;
  for (let at = Math.min(line, lines.length - 1); at >= 0; at--) {
    const rest = (lines[at] ?? '').replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
    const open = /(?<=^|[:[{,-][ \t]*)["']/.exec(rest);
    if (!open) continue;
    const message = 'the quote that begins this value is not closed; close it on the same line';
    return { message, line: at, column: open.index };
  }
  return undefined;
};

/** `title:A` is one word to YAML. */
const missingSpace: Find = (lines, { line }) => {
  for (let at = 0; at <= Math.min(line, lines.length - 1); at++) {
    const [, key = ''] =
      /^(\s*(?:-\s+)?[\w-]+)(?::(?=[^\s:/])|：|\s*=\s*(?=["'\w]))/.exec(lines[at] ?? '') ?? [];
    if (key === '' || /:[ \t]/.test(lines[at] ?? '')) continue;
    const message =
      'the key and its value must be separated by a colon and a space, as in `key: value`';
    return { message, line: at, column: key.length };
  }
  return undefined;
};

const unclosedBracket: Find = (lines, { reason, line }) => {
  if (!reason.includes('flow collection') || !reason.startsWith('unexpected')) return undefined;
  for (let at = Math.min(line, lines.length - 1); at >= 0; at--) {
    const open = lastUnclosed(lines[at] ?? '');
    if (!open) continue;
    const message = `\`${open.bracket}\` is not closed; end the list or entry with \`${open.bracket === '[' ? ']' : '}'}\``;
    return { message, line: at, column: open.column };
  }
  return undefined;
};

function lastUnclosed(line: string): { bracket: string; column: number } | undefined {
  const open: { bracket: string; column: number }[] = [];
  const plain = line.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  for (const [column, bracket] of [...plain].entries()) {
    if (bracket === '[' || bracket === '{') open.push({ bracket, column });
    else if (bracket === ']' || bracket === '}') open.pop();
  }
  return open[0];
}

/** A value cannot begin with what YAML uses itself. */
const reservedStart: Find = (lines, failure) => {
  const { line, before, value } = entryAt(lines, failure);
  const [mark] =
    /^(?:[@`%*&!|>}\],#]|[-?](?=\s)|\[(?=[^[\]]*\][ \t]*[^\s#])|\{(?=[^{}]*\}[ \t]*[^\s#}]))/.exec(
      value,
    ) ?? [];
  const later = mark ? undefined : /(?<=[[,][ \t]*)[@`%*&!#|>](?=\S)/.exec(value);
  const found = mark ?? later?.[0];
  if (found === undefined) return undefined;
  const message = `a value that begins with \`${found === '`' ? '` ` `' : found}\` must be in quotes, as in \`key: "…"\``;
  return { message, line, column: before.length + (later?.index ?? 0) };
};

const quotesWithin: Find = (lines, failure) => {
  const { line, before, value } = entryAt(lines, failure);
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return undefined;
  const [first = ''] = value.match(QUOTED) ?? [];
  const rest = value.slice(first.length);
  if (first === '' || /^\s*(?:[,}\]#]|$)/.test(rest)) return undefined;
  const escaped = quote === '"' ? '\\"' : "''";
  const message = `the value goes on after its closing quote; write quotes within it as \`${escaped}\``;
  return { message, line, column: before.length + first.length - 1 };
};

/** A value within braces and a key behind it, without a comma between the two. */
const NEXT_KEY =
  /:[ \t]+[^,{}]*?[^\s,{}](?=[ \t]+(?:code|title|aka|id|aired|name|number|after|phrase|any):[ \t])/;

const missingComma: Find = (lines, { reason, line }) => {
  const value = reason.startsWith('missed comma') ? NEXT_KEY.exec(lines[line] ?? '') : null;
  if (!value) return undefined;
  const column = value.index + value[0].length;
  return { message: 'there is no comma between two entries here; add one', line, column };
};

const colonWithin: Find = (lines, failure) => {
  const { line, before, value } = entryAt(lines, failure);
  // within braces the entries have colons of their own
  const isFlow = before.includes('{');
  const colon = isFlow
    ? /:[ \t][^,{}]*?:(?=[ \t])/.exec(before + value)
    : /:(?=[ \t]|$)/.exec(value);
  if (!colon) return undefined;
  const column = isFlow ? colon.index + colon[0].length - 1 : before.length + colon.index;
  const message = 'a value with a colon and a space in it must be in quotes, as in `key: "…"`';
  return { message, line, column };
};

const commentWithin: Find = (lines, failure) => {
  const { line, before, value } = entryAt(lines, failure);
  const hash = /[ \t[,](?=#)/.exec(value);
  if (!hash) return undefined;
  const message = '`#` begins a comment here; put the value in quotes, as in `key: "…"`';
  return { message, line, column: before.length + hash.index + 1 };
};

const escapeWithin: Find = (_, { reason, line, column }) => {
  if (!reason.includes('escape')) return undefined;
  const message = 'a backslash in double quotes begins an escape; write it as `\\\\`';
  return { message, line, column: Math.max(0, column - 1) };
};

const indentation: Find = (lines, { reason, line }) => {
  if (!/indentation|sequence entry/.test(reason)) return undefined;
  const column = /^ */.exec(lines[line] ?? '')?.[0].length ?? 0;
  const message = 'this line is indented differently from the others; entries of one list line up';
  return { message, line, column };
};

const notAnEntry: Find = (lines, { reason, line }) => {
  if (!/expected|document separator/.test(reason)) return undefined;
  // the parser goes on to the next line in search of a colon
  const at = [line, line - 1].find(
    (index) => lines[index]?.trim() && !/:(?:\s|$)/.test(lines[index] ?? ''),
  );
  const message =
    'this line is not `key: value`; a text of several lines goes on one line, in quotes';
  return at === undefined ? undefined : { message, line: at, column: 0 };
};

/** The entry on the line where the parser gave up. */
function entryAt(lines: readonly string[], { line }: Failure) {
  const written = lines[line] ?? '';
  const { before = '', value = '' } = ENTRY.exec(written)?.groups ?? {};
  return { line, before, value };
}
