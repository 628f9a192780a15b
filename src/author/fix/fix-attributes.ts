import { parseEpisodeCode } from '../../model/episode.ts';
import { readAttributes } from '../../syntax/attributes.ts';
import { narrowed } from '../../syntax/look-alike.ts';
import { lineEnd } from '../../syntax/text-scan.ts';
import type { Edit } from './edits.ts';
import { meantCode } from './meant-code.ts';

const KEYS = ['after', 'label', 'also'];
const OPEN = '["\'“”„«»‘’‚‹›]';
const PAIR = new RegExp(
  `[\\s,;]*([A-Za-z]+)\\s*[=:]\\s*(?:${OPEN}([^"“”„«»‹›]*)${OPEN}(?=[\\s,;]|$)|([^"“”„«»‹›=]+?)(?=[\\s,;]+[A-Za-z]+\\s*[=:]|[\\s,;]*$))`,
  'y',
);

/**
 * Attributes that could not be read as they must have been meant; `undefined` if that is not certain: an unknown or
 * a second key, a word that is no episode, an end that could be elsewhere.
 *
 * @param brace where they begin in the body
 */
export function fixedAttributes(body: string, brace: number): Edit | undefined {
  const line = body.slice(brace, lineEnd(body, brace));
  const inner = /^[{｛]([^{}｛｝]*)([}｝]|$)/.exec(line);
  // without a brace they must reach to the end of the line, or what follows them may be text
  if (!inner) return undefined;
  const isClosed = inner[2] !== '';
  const text = rewritten(inner[1] ?? '', isClosed);
  if (text === undefined || !readAttributes(text, 0).isUnderstood) return undefined;
  return { start: brace, end: brace + inner[0].length, text };
}

/** @param isClosed else a label without quotes may have text behind it */
function rewritten(written: string, isClosed: boolean): string | undefined {
  const text = oneQuote(narrowed(written).trim());
  const pairs: string[] = [];
  const seen = new Set<string>();
  PAIR.lastIndex = 0;
  let end = 0;
  for (let pair = PAIR.exec(text); pair; pair = PAIR.exec(text)) {
    end = PAIR.lastIndex;
    const [, name = '', quoted, plain = ''] = pair;
    const key = name.toLowerCase();
    const value = (quoted ?? plain).trim();
    if (!KEYS.includes(key) || seen.has(key) || value === '' || value.includes('"'))
      return undefined;
    seen.add(key);
    const code = key === 'after' ? gateOf(value) : undefined;
    if (!isClosed && code === undefined && quoted === undefined) return undefined;
    if (key === 'after' && code === undefined) return undefined;
    pairs.push(code === undefined ? `${key}="${value}"` : `${key}=${code}`);
  }
  const isAll = /^[\s,;]*$/.test(text.slice(end));
  return isAll && pairs.length > 0 ? `{${pairs.join(' ')}}` : undefined;
}

function gateOf(value: string): string | undefined {
  if (value.toLowerCase() === 'never') return 'never';
  return parseEpisodeCode(value) ?? meantCode(value, true);
}

/** A gate with one quote alone: what the other one would be around is a code, which needs none. */
function oneQuote(text: string): string {
  if (text.match(/["']/g)?.length !== 1) return text;
  return text.replace(
    /(\bafter\s*[=:]\s*)["']([\w.:]+)(?=\s|$)|(\bafter\s*[=:]\s*[\w.:]+)["'](?=\s|$)/i,
    '$1$2$3',
  );
}
