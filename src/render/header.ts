import { visibleNames } from '../model/field.ts';
import type { Place } from '../model/order.ts';
import { RECAP_FIELDS } from '../model/recap-fields.ts';
import { fullTitle, type View } from '../veil/view.ts';
import { ASCII, UNICODE } from './glyphs.ts';
import { BLANK, type LayoutOptions, type Line, type Style } from './line.ts';
import type { Run } from './runs.ts';
import { wrap } from './wrap.ts';

/**
 * The lines above a recap: its title, its credits, its summary.
 *
 * @param place the reader's, to be named with the show above the title; `undefined` where both stand elsewhere
 */
export function header(view: View, place: Place | undefined, looks: LayoutOptions): Line[] {
  const { dot, rule } = looks.isAscii ? ASCII : UNICODE;
  const where = place === null ? 'not started' : `watched through ${place}`;
  const title = fullTitle(view);
  const line = (text: string | null, style: Style): Run[] => (text ? [{ text, style }] : []);
  const rows: Run[][] = [
    line(place === undefined ? null : `${view.showTitle} ${dot} ${where}`, { role: 'note' }),
    line(isTitled(view, title) ? null : title, { role: 'heading', rank: 1 }),
    credits(view).flatMap((run, index) => (index === 0 ? [run] : [between(dot), run])),
    line(view.summary, { role: 'text', emphasis: true }),
    line(rule.repeat(looks.width), { role: 'rule', decoration: true }),
  ];
  return [...rows.flatMap((row) => wrap(row, looks.width)), BLANK];
}

/** Where a recap comes from: the fields of `RECAP_FIELDS` that are credits, in their order. */
function credits(view: View): Run[] {
  return visibleNames(RECAP_FIELDS).flatMap((name) => {
    const { text } = RECAP_FIELDS[name];
    const value = name === 'source' ? (view.source ?? view.host) : view[name];
    if (typeof text !== 'object' || typeof value !== 'string') return [];
    const link = name === 'source' && view.source ? { index: 0, target: view.source } : undefined;
    return [{ text: text.credit(value), style: { role: 'note', ...(link && { link }) } }];
  });
}

function between(dot: string): Run {
  return { text: ` ${dot} `, style: { role: 'note' } };
}

/** Whether the text begins with a heading that is the title already. */
function isTitled({ text, title }: View, named: string): boolean {
  const heading = /^\s*#[ \t]+([^\n]+?)[ \t#]*(?:\n|$)/.exec(text)?.[1]?.toLowerCase();
  return heading !== undefined && [title.toLowerCase(), named.toLowerCase()].includes(heading);
}
