/** The shells that `recap completion` has a script for. */
export type Shell = 'bash' | 'zsh' | 'fish';

/** What a shell would put in place of `~` and of variables. */
export interface Expansions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string | undefined;
}

/**
 * Splits an unfinished command line into words as the shell would, and takes their quotes off. `~`, `~/…` and
 * exported variables are expanded.
 *
 * @param line up to the cursor, beginning with the program; variables that are set for it alone may come before
 * @returns the words after the program, the last of them unfinished (its quote may be open); `undefined` if only the
 *   shell knows what a word before the last means: a command substitution, a pattern, a variable that is not exported
 */
export function readShellLine(
  line: string,
  shell: Shell,
  expansions: Expansions,
): string[] | undefined {
  const words = wordsOf(line, shell, expansions);
  const program = words.findIndex(({ written }) => !ASSIGNMENT.test(written));
  const rest = words.slice(program + 1);
  const last = rest.at(-1);
  if (program === -1 || !last || rest.some((word) => word !== last && word.text === undefined)) {
    return undefined;
  }
  return rest.map(({ text, written }) => text ?? written);
}

interface Word {
  /** As it is typed. */
  readonly written: string;
  /** Without quotes; `undefined` if only the shell knows. */
  readonly text: string | undefined;
}

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** What ends a part of a word that is in quotes, and what a backslash quotes there. */
const QUOTES: Readonly<Record<Shell, { readonly single: RegExp; readonly double: RegExp }>> = {
  bash: { single: /(?!)/, double: /[$`"\\]/ },
  zsh: { single: /(?!)/, double: /[$`"\\]/ },
  fish: { single: /['\\]/, double: /[$"\\]/ },
};

/** The words of a line, the last one as far as it is typed: empty after a blank. */
function wordsOf(line: string, shell: Shell, expansions: Expansions): Word[] {
  const words: Word[] = [];
  let written = '';
  let text: string | undefined = '';
  let quote: '"' | "'" | undefined;
  const add = (more: string | undefined) => {
    text = text === undefined || more === undefined ? undefined : text + more;
  };
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const [char = ''] = rest;
    const next = rest[1] ?? '';
    let length = 1;
    if (char === '\\' && (!quote || escapes(shell, quote).test(next))) {
      length = 2;
      add(next);
    } else if (quote ? char === quote : char === '"' || char === "'") {
      quote = quote ? undefined : char === '"' ? '"' : "'";
    } else if (quote !== "'" && char === '$') {
      const [whole = '$', braced, bare] = VARIABLE.exec(rest) ?? [];
      length = whole.length;
      add(expansions.env[braced ?? bare ?? '']);
    } else if (quote !== "'" && char === '`') {
      add(undefined);
    } else if (!quote && /\s/.test(char)) {
      if (written !== '') words.push({ written, text });
      written = '';
      text = '';
      at++;
      continue;
    } else if (!quote && written === '' && char === '~') {
      const [whole = '~'] = /^~[^\s/]*/.exec(rest) ?? [];
      length = whole.length;
      add(whole === '~' ? expansions.home : undefined);
    } else if (!quote && isPattern(char)) {
      add(undefined);
    } else {
      add(char);
    }
    written += rest.slice(0, length);
    at += length;
  }
  return [...words, { written, text }];
}

const VARIABLE = /^\$(?:\{(\w+)\}|([A-Za-z_]\w*))/;

function escapes(shell: Shell, quote: '"' | "'"): RegExp {
  return QUOTES[shell][quote === '"' ? 'double' : 'single'];
}

/** What a shell reads as a pattern, a list or an operator. */
function isPattern(char: string): boolean {
  return '*?[]{}();<>|&!'.includes(char);
}
