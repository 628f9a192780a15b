import { cardLines } from '../people/card-lines.ts';
import type { Person } from '../people/person.ts';
import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { LayoutOptions, Line, Role } from '../render/line.ts';
import { columns } from '../text/columns.ts';

const INDENT = '  ';

/** Names in columns below the show's title. */
export function peopleLines(
  title: string,
  people: readonly Person[],
  { width }: LayoutOptions,
): Line[] {
  const names = people.map(({ name }) => name);
  const widest = Math.max(...names.map(columns)) + INDENT.length;
  const perRow = Math.max(1, Math.floor((width - INDENT.length) / widest));
  const rows = Math.ceil(names.length / perRow);
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = names.filter((_, index) => index % rows === row);
    const padded = cells.map((name) => name + ' '.repeat(widest - columns(name)));
    return lineOf('text', `${INDENT}${padded.join('')}`.trimEnd());
  });
  return [lineOf('heading', title), ...lines];
}

/** A person's card below their name, with the commands that show the passages in their recaps. */
export function personLines(
  person: Person,
  show: { readonly slug: string; readonly title: string },
  options: LayoutOptions,
): Line[] {
  const { dot } = options.isAscii ? ASCII : UNICODE;
  const heading = lineOf('heading', `${person.name} ${dot} ${show.title}`);
  const card = cardLines(person, options, ({ recap }) => `recap read ${show.slug} ${recap}`);
  return [heading, ...card.map(({ line }) => line)];
}

function lineOf(role: Role, text: string): Line {
  return { spans: [{ text, style: { role } }] };
}
