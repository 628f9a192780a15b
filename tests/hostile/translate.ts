import type recaps from './hostile-recaps.json';

/** One hostile file, in the made-up syntax of its collection. */
export type HostileRecap = (typeof recaps.cases)[number];

/**
 * A hostile file as a recap: markers and keys of the collection put into the words of recap's format, the
 * trap left as it is. `season: 1`, `episode: 1` go, so that the file is an article and its body public.
 */
export function fileOf(hostile: HostileRecap): Uint8Array {
  if (hostile.contentBase64 !== undefined) {
    const bytes = Buffer.from(hostile.contentBase64, 'base64');
    const encoding = bytes[0] === 0xff ? 'utf16le' : 'latin1';
    return Buffer.from(translated(bytes.toString(encoding)), encoding);
  }
  const source = hostile.content ?? hostile.parts?.map(partText).join('') ?? '';
  return Buffer.from(translated(OWN[hostile.name]?.(source) ?? source));
}

interface Part {
  readonly text?: string;
  readonly repeat?: string;
  /** `times` lines, before each of which the unit stands as often as its index says. */
  readonly staircase?: string;
  readonly unit?: string;
  readonly times?: number;
}

function partText({ text, repeat, staircase, unit = '', times = 1 }: Part): string {
  if (staircase !== undefined) {
    return Array.from({ length: times }, (_, index) => `${unit.repeat(index)}${staircase}\n`).join(
      '',
    );
  }
  return text ?? repeat?.repeat(times) ?? '';
}

/** Where keys mean something else here, so that the trap has to be laid by hand. */
const OWN: Readonly<Record<string, (source: string) => string>> = {
  // the key that must be there is `title`, and the block scalar's `---` has to come before it
  'delimiter-close-in-block-scalar': (source) =>
    source.replace('show:', 'author:').replace('season: 1\nepisode: 1', 'title: One'),
  // `010` would be S01E08 to a reader of octal numbers
  'episode-string-10-vs-9': (source) => source.replace('episode: "10"', 'episode: "1x10"'),
};

function translated(source: string): string {
  const hasTitle = /^title:/m.test(source);
  return (
    source
      .replace(/^season: 1(\r\n?|\n)episode: 1(?:\r\n?|\n)/gm, '')
      .replace(/^season: .*(?:\r\n?|\n)/gm, '')
      // a number alone is no code: these are duplicates, whose values must both be good
      .replace(/(?<=^|\{)episode: (\d)(?=$|\})/gm, 'episode: S01E0$1')
      .replace(/^code:/gm, 'episode:')
      .replace(/(?<=^|")show(?="?:)/gm, hasTitle ? 'author' : 'title')
      // code that runs leaves a file behind
      .replace(/globalThis\.__pwned ?= ?1/g, MARK)
      .replace('&#64;&#64;OPEN S01E05@@', '&#58;&#58;&#58;spoiler{after=S01E05}')
      .replace(/@@OPEN([\s\u00a0])([^@\n]*)@@/g, (_, space: string, gate: string) => {
        return `:::spoiler${space === ' ' ? '' : space}{after=${gate}}`;
      })
      .replace(/@@CLOSE @@/g, ': ::')
      .replace(/@@CLOSE@@/g, ':::')
  );
}

const MARK = 'process.getBuiltinModule("fs").writeFileSync(process.env.HOME + "/pwned", "")';
