import type { Mention, Person } from '../people/person.ts';
import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { LayoutOptions, Line, Role, Span } from '../render/line.ts';
import { wrap } from '../render/wrap.ts';
import { columns } from '../text/columns.ts';

const INDENT = '  ';
/** Columns of an episode's code before a passage. */
const CODE = 'S01E01'.length;
/** A passage is shown in full up to so many characters. */
const LONGEST = 300;

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

/** A person's card: what is known, and where recaps first and last mention them. */
export function personLines(person: Person, title: string, options: LayoutOptions): Line[] {
  const { name, aka, facts, mentions } = person;
  const { dot, bullets } = options.isAscii ? ASCII : UNICODE;
  const [first] = mentions;
  const last = mentions.at(-1);
  const heading = [name, title].join(` ${dot} `);
  const passages = facts.length > 0 ? [first, last] : mentions;
  const shown = [...new Set(passages.filter((mention) => mention !== undefined))];
  return [
    lineOf('heading', heading),
    ...(aka.length > 0 ? wrapped(`also ${aka.join(', ')}`, INDENT, options) : []),
    ...facts.flatMap((fact) => wrapped(fact, `${INDENT}${bullets[0] ?? '*'} `, options)),
    ...shown.flatMap((mention) => mentionLines(mention, options)),
  ];
}

function mentionLines({ episode, text }: Mention, options: LayoutOptions): Line[] {
  const { ellipsis } = options.isAscii ? ASCII : UNICODE;
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}${ellipsis}` : text;
  return wrapped(short, `${INDENT}${episode.padEnd(CODE)} `, options);
}

/** Text behind a marker, its further lines aligned with the first. */
function wrapped(text: string, marker: string, { width }: LayoutOptions): Line[] {
  const indent = columns(marker);
  const lines = wrap([{ text, style: { role: 'text' } }], Math.max(width - indent, 10));
  return lines.map(({ spans }, index) => {
    const before: Span = { role: 'marker', text: index === 0 ? marker : ' '.repeat(indent) };
    return { spans: [before, ...spans] };
  });
}

function lineOf(role: Role, text: string): Line {
  return { spans: [{ role, text }] };
}
