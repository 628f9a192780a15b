import { type Gate, parseEpisodeCode } from '../model/episode.ts';
import { attributeMistake } from './attribute-mistake.ts';

/** The attributes in braces after a spoiler: `{after=S01E10 label="The motive"}`. */
export interface Attributes {
  /** The gate, `null` for `never`; `undefined` if none is given. */
  readonly after: Gate | undefined;
  /** As written. */
  readonly label: string | undefined;
  /** Other names of the person whose card it is, as written, separated by commas (docs/format.md, "People"). */
  readonly also: string | undefined;
  /** The index after the closing brace, or where parsing stopped. */
  readonly end: number;
  /** Whether they are valid. If not, the spoiler's gate never opens. */
  readonly isUnderstood: boolean;
  /** If not, what is wrong with it: for the author. */
  readonly mistake: string | undefined;
}

const PAIR =
  /\s*([A-Za-z][\w-]*)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|“([^”\n]*)”|([^\s{}"'“”]+))(?=[\s}])/y;
/** What other programs put into such braces: `#id`, `.class`. */
const OTHER = /\s*[#.][\w-]+(?=[\s}])/y;
const OTHER_KEY = /^(?:id|class|lang|data-[\w-]+)$/;
const KEYS = new Set(['after', 'label', 'also']);
const CLOSE = /[^\S\n]*\}/y;

/**
 * Parses attributes at an opening brace. They end on the same line. An unknown or repeated key, a key without a value,
 * an invalid code or an unclosed brace makes them invalid. Other programs' attributes (`#id .class data-x="1"`) are
 * ignored.
 *
 * @param text the body
 * @param start the index of `{`
 */
export function readAttributes(text: string, start: number): Attributes {
  const values = new Map<string, string>();
  let index = start + 1;
  let isUnderstood = true;
  for (;;) {
    OTHER.lastIndex = PAIR.lastIndex = index;
    const other = OTHER.exec(text);
    const pair = other ?? PAIR.exec(text);
    if (!pair || pair[0].includes('\n')) break;
    index += pair[0].length;
    if (other) continue;
    const [, key = '', ...quoted] = pair;
    if (OTHER_KEY.test(key)) continue;
    if (values.has(key) || !KEYS.has(key)) isUnderstood = false;
    values.set(key, quoted.find((value) => value !== undefined) ?? '');
  }
  CLOSE.lastIndex = index;
  const close = CLOSE.exec(text);
  const written = values.get('after');
  const after = written === undefined ? undefined : gateOf(written);
  isUnderstood &&= close !== null && (written === undefined || after !== undefined);
  return {
    after,
    label: values.get('label'),
    also: values.get('also'),
    end: close ? index + close[0].length : index,
    isUnderstood,
    mistake: isUnderstood ? undefined : attributeMistake(text, start),
  };
}

/** A gate in the source: an episode, or `never`, which only a peek opens. */
function gateOf(written: string): Gate | undefined {
  return written.toLowerCase() === 'never' ? null : parseEpisodeCode(written);
}

const EPISODE = '(?:\\b|after)s\\d{1,4}\\s?e\\d';

/**
 * A pattern for text after a brace that shows that attributes are meant: a gate or a label, an episode, a spoiler's
 * class.
 */
export const MEANT_AS_ATTRIBUTES = [
  '\\s*after\\b',
  '\\s*aft\\w*\\s*=', // a typo
  '[^{}]{0,200}\\bafter\\s*[=:]',
  '[^{}\\n]{0,200}\\blabel=["\'“\\w]',
  `[^{}\\n]{0,200}${EPISODE}`,
  '\\s*[<>=≥≤~]{0,2}\\s*\\d{1,4}x\\d{1,4}\\s*[-+–]?\\s*\\}',
  '[%<\\s]*[./#]?\\s*(?:end)?spoilers?\\b',
].join('|');
