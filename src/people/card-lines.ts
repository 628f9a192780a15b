import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { LayoutOptions, Line, Role, Span } from '../render/line.ts';
import { wrap } from '../render/wrap.ts';
import { columns } from '../text/columns.ts';
import type { Mention, Person } from './person.ts';

/** A line of a card. Lines of a passage link to it. */
export interface CardLine {
  readonly line: Line;
  readonly mention?: Mention;
}

const INDENT = '  ';
/** Columns of an episode's code and the space after it. */
const CODE = 'S01E01 '.length;
/** Characters of a passage that are shown. */
const LONGEST = 300;

/**
 * A person's card: other names, what is known of them episode by episode, and where recaps first and last mention them.
 * Without a card of their own, they have a passage of each episode instead.
 *
 * @param where names a passage's recap, such as the command that shows it
 */
export function cardLines(
  { aka, facts, mentions }: Pick<Person, 'aka' | 'facts' | 'mentions'>,
  options: LayoutOptions,
  where: (mention: Mention) => string = () => '',
): CardLine[] {
  const known = facts.map(({ episode, text }, index) => {
    const isSame = index > 0 && facts[index - 1]?.episode === episode;
    return wrapped(text, marker(isSame ? '' : (episode ?? '')), options);
  });
  const first = mentions[0];
  const last = mentions.at(-1);
  const quoted: (readonly [label: string, mention: Mention | undefined])[] =
    first === last
      ? [['Seen', first]]
      : [
          ['First seen', first],
          ['Last seen', last],
        ];
  return [
    ...(aka.length > 0 ? wrapped(`Also ${aka.join(', ')}`, INDENT, options) : []).map(plain),
    ...known.flat().map(plain),
    ...(facts.length > 0
      ? quoted.flatMap(([label, mention]) => {
          if (!mention) return [];
          const name = [`${label} in ${mention.episode}`, where(mention)]
            .filter(Boolean)
            .join(': ');
          return [
            ...wrapped(name, INDENT, options, 'note').map((line) => ({ line, mention })),
            ...passageLines(mention, INDENT + INDENT, options),
          ];
        })
      : mentions.flatMap((mention) => passageLines(mention, marker(mention.episode), options))),
  ];
}

function marker(code: string): string {
  return INDENT + code.padEnd(CODE);
}

function plain(line: Line): CardLine {
  return { line };
}

function passageLines(mention: Mention, marker: string, options: LayoutOptions): CardLine[] {
  const { ellipsis } = options.isAscii ? ASCII : UNICODE;
  return wrapped(excerptOf(mention, ellipsis), marker, options).map((line) => ({ line, mention }));
}

/** A passage; of a long one, the part from the sentence on that has the name. */
function excerptOf({ text, at }: Mention, ellipsis: string): string {
  if (text.length <= LONGEST) return text;
  const ends = [...text.slice(0, at).matchAll(/[.!?…。！？]["'”’»)]*\s*/g)];
  const end = ends.at(-1);
  const from = end === undefined ? 0 : end.index + end[0].length;
  const short = text.slice(from, from + LONGEST);
  const isCut = from + LONGEST < text.length;
  const whole = isCut ? `${short.replace(/\s+\S*$/, '')}${ellipsis}` : short;
  return from > 0 ? `${ellipsis} ${whole}` : whole;
}

/** Text behind a marker, its further lines aligned with the first. */
function wrapped(
  text: string,
  marker: string,
  { width }: LayoutOptions,
  role: Role = 'text',
): Line[] {
  const indent = columns(marker);
  const lines = wrap([{ text, style: { role } }], Math.max(width - indent, 10));
  return lines.map(({ spans }, index) => {
    const before: Span = {
      text: index === 0 ? marker : ' '.repeat(indent),
      style: { role: 'marker' },
    };
    return { spans: [before, ...spans] };
  });
}
