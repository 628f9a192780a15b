import { type Gate, parseEpisodeCode } from '../model/episode.ts';

/** What stands in braces behind a spoiler: `{after=S01E10 label="The motive"}`. */
export interface Attributes {
  /** The gate, `null` for `never`; `undefined` where none is given. */
  readonly after: Gate | undefined;
  /** As written. */
  readonly label: string | undefined;
  /** Where they end: the index behind the closing brace, or where reading stopped. */
  readonly end: number;
  /** Whether all of it was understood. If not, the spoiler's gate never opens. */
  readonly isUnderstood: boolean;
}

const PAIR =
  /\s*([A-Za-z][\w-]*)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|“([^”\n]*)”|([^\s{}"'“”]+))(?=[\s}])/y;
const CLOSE = /[^\S\n]*\}/y;

/**
 * Reads attributes at an opening brace. They end on the same line. A key that is not known, is there
 * twice or has no value, a code that is none, a brace that is not closed: not understood.
 *
 * @param text the body
 * @param start the index of `{`
 */
export function readAttributes(text: string, start: number): Attributes {
  const values = new Map<string, string>();
  let index = start + 1;
  let isUnderstood = true;
  for (;;) {
    PAIR.lastIndex = index;
    const pair = PAIR.exec(text);
    if (!pair || pair[0].includes('\n')) break;
    const [whole, key = '', ...quoted] = pair;
    if (values.has(key) || (key !== 'after' && key !== 'label')) isUnderstood = false;
    values.set(key, quoted.find((value) => value !== undefined) ?? '');
    index += whole.length;
  }
  CLOSE.lastIndex = index;
  const close = CLOSE.exec(text);
  const written = values.get('after');
  const after = written === undefined ? undefined : gateOf(written);
  return {
    after,
    label: values.get('label'),
    end: close ? index + close[0].length : index,
    isUnderstood: isUnderstood && close !== null && (written === undefined || after !== undefined),
  };
}

/** A gate as it is written: an episode, or `never`, which only a peek opens. */
function gateOf(written: string): Gate | undefined {
  return written.toLowerCase() === 'never' ? null : parseEpisodeCode(written);
}
