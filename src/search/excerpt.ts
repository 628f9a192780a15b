import type { Run } from '../render/runs.ts';
import type { Match } from './query.ts';

/** A part of a passage, for people: what was found with words before and behind it. */
export interface Excerpt {
  readonly text: string;
  readonly matches: readonly Pick<Match, 'from' | 'to'>[];
}

/**
 * Cuts a passage down to where most of its matches are, at spaces. An ellipsis replaces what is left out.
 *
 * @param room characters that it may take, 20 or more
 */
export function excerpt(
  text: string,
  matches: readonly Match[],
  room: number,
  ellipsis = '…',
): Excerpt {
  if (text.length <= room) return { text, matches };
  const nearest = densest(matches, Math.floor((room * 2) / 3));
  const first = nearest?.from ?? 0;
  const before = Math.max(0, Math.min(first - Math.floor(room / 3), text.length - room));
  const from = before === 0 ? 0 : Math.min(first, text.indexOf(' ', before) + 1 || before);
  const far = Math.min(text.length, from + room);
  const space = text.lastIndexOf(' ', far);
  const isCut = far < text.length;
  const end = wholeLetter(text, isCut && space > Math.max(from, nearest?.to ?? 0) ? space : far);
  const lead = from > 0 ? `${ellipsis} ` : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${text.slice(from, end)}${isCut ? ` ${ellipsis}` : ''}`,
    matches: matches
      .filter((match) => match.from >= from && match.from < end)
      .map((match) => ({ from: match.from + shift, to: Math.min(match.to, end) + shift })),
  };
}

/** The match behind which, in so many characters, most others stand. */
function densest(matches: readonly Match[], within: number): Match | undefined {
  let best: Match | undefined;
  let most = 0;
  let end = 0;
  matches.forEach((match, index) => {
    while (end < matches.length && (matches[end]?.to ?? 0) <= match.from + within) end++;
    if (end - index <= most) return;
    most = end - index;
    best = match;
  });
  return best;
}

/** Not between the two halves of a letter. */
function wholeLetter(text: string, end: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(end)) ? end + 1 : end;
}

/** An excerpt to be laid out, with its matches marked. */
export function excerptRuns({ text, matches }: Excerpt): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of matches) {
    runs.push({ text: text.slice(from, match.from), style: { role: 'text' } });
    runs.push({ text: text.slice(match.from, match.to), style: { role: 'text', isChosen: true } });
    from = match.to;
  }
  runs.push({ text: text.slice(from), style: { role: 'text' } });
  return runs.filter((run) => run.text !== '');
}
