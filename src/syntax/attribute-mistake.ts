import { parseEpisodeCode } from '../model/episode.ts';
import { episodeCodeMistake } from '../model/episode-code-mistake.ts';
import { lineEnd } from './text-scan.ts';

/** Attributes longer than that are not looked at in detail. */
const REACH = 400;

const KEYS = ['after', 'label', 'also'];

/** What people write around a value that are no quotes here. */
const FOREIGN_QUOTES = /=\s*["']?[„«»‘’‚‹›”]/;

/**
 * What is wrong with attributes that could not be read, and how to write them. Nothing of them is quoted.
 *
 * @param text the body
 * @param start the index of `{`
 */
export function attributeMistake(text: string, start: number): string {
  const line = text.slice(start + 1, Math.min(lineEnd(text, start), start + REACH));
  const close = line.indexOf('}');
  const written = close === -1 ? line : line.slice(0, close);
  return problemIn(written, close !== -1);
}

function problemIn(written: string, isClosed: boolean): string {
  if (FOREIGN_QUOTES.test(written)) return 'these quotes are not straight; write `label="words"`';
  if ((written.match(/"/g)?.length ?? 0) % 2 === 1 || /=\s*'[^']*$/.test(written)) {
    return 'a quote is not closed; write `{after=S01E10 label="words"}`';
  }
  if (!isClosed) return 'there is no `}` on this line; write `{after=S01E10 label="words"}`';
  const keys = Array.from(written.matchAll(/(?:^|\s)([\w-]+)\s*=/g), ([, key = '']) => key);
  const upper = keys
    .map((key) => key.toLowerCase())
    .find((key) => KEYS.includes(key) && !keys.includes(key));
  if (upper) return `attributes are in lower case; write \`${upper}=\``;
  for (const key of KEYS) {
    if (written.match(new RegExp(`\\b${key}\\s*=`, 'g'))?.[1])
      return `\`${key}\` is given twice; remove one`;
    if (new RegExp(`\\b${key}(?:\\s*:|\\s+(?=s?\\d|["“]))`, 'i').test(written))
      return `\`${key}\` is followed by \`=\`, as in \`{after=S01E10}\``;
    if (new RegExp(`\\b${key}\\s*=\\s*(?:$|\\w+\\s*=)`).test(written))
      return `\`${key}\` has no value`;
  }
  const after =
    /\bafter\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|(.*?)(?=\s+(?:label|also)\s*=|$))/.exec(
      written,
    );
  const gate = after
    ?.slice(1)
    .find((value) => value !== undefined)
    ?.trim();
  const isCode = (code: string) => code.toLowerCase() === 'never' || parseEpisodeCode(code);
  if (gate !== undefined && !isCode(gate) && !isCode(gate.split(/\s/)[0] ?? '')) {
    if (/^[^\s,]+,/.test(gate)) return 'attributes are separated by spaces, not commas';
    return `\`after\` ${episodeCodeMistake(gate)}`;
  }
  if (gate !== undefined && isCode(gate) && /\s/.test(gate))
    return 'a code has no spaces; write it as `S01E10`';
  if (/\b(?:label|also)\s*=\s*[^"'“\s]+\s+[^=\s]+(?:\s|$)/.test(written)) {
    return 'a label of several words must be in quotes; write `label="words"`';
  }
  if (keys.some((key) => !KEYS.includes(key))) {
    return 'an attribute is unknown; the known ones are `after`, `label` and `also`';
  }
  return 'these attributes cannot be read; write them as `{after=S01E10 label="words"}`';
}
