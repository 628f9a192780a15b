import {
  EVENT_ALIAS,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  parseEvents,
} from 'js-yaml';
import { memoized } from '../text/memoized.ts';
import type { Position } from './problem.ts';

/** The path of a value in front matter: `['episodes', 0, 'title']`. List entries count from 0. */
export type YamlPath = readonly (string | number)[];

/** A value and its position in the front matter, in UTF-16 code units. */
export interface YamlValue {
  readonly path: YamlPath;
  /** The offset of the value's first letter, or of what opens a list or mapping. */
  readonly start: number;
  readonly end: number;
  /** The offset of its key; `undefined` for list entries. */
  readonly keyStart: number | undefined;
  /** The source of an unquoted value, which another YAML parser may read as a number. */
  readonly plain: string | undefined;
}

/** YAML's style of an unquoted scalar. */
const PLAIN = 1;

interface Container {
  readonly path: YamlPath;
  readonly isList: boolean;
  count: number;
  key: { readonly name: string; readonly start: number } | undefined;
}

/** Each rule of the checker asks for the values of a file. */
const MOST_READ = 1000;

/**
 * The values of front matter with their positions, in order; none if the front matter is invalid.
 *
 * @param text the lines between the delimiters
 */
export const yamlValues = memoized<readonly YamlValue[]>(readValues, MOST_READ);

function readValues(text: string): YamlValue[] {
  const values: YamlValue[] = [];
  const open: Container[] = [];
  const begin = (start: number, end: number, plain: string | undefined): YamlPath => {
    const around = open.at(-1);
    if (!around) return [];
    const path = [...around.path, around.isList ? around.count++ : (around.key?.name ?? '')];
    values.push({ path, start, end, keyStart: around.key?.start, plain });
    around.key = undefined;
    return path;
  };
  for (const event of eventsOf(text)) {
    if (event.type === EVENT_POP) open.pop();
    else if (event.type === EVENT_MAPPING || event.type === EVENT_SEQUENCE) {
      const path = begin(event.start, event.start + 1, undefined);
      open.push({ path, isList: event.type === EVENT_SEQUENCE, count: 0, key: undefined });
    } else if (event.type === EVENT_SCALAR) {
      const { valueStart, valueEnd, style } = event;
      const scalar = text.slice(Math.max(0, valueStart), Math.max(0, valueEnd));
      const around = open.at(-1);
      if (around && !around.isList && !around.key) around.key = { name: scalar, start: valueStart };
      else {
        // an empty value has no position, so its key's is used
        const start = valueStart < 0 ? (around?.key?.start ?? 0) : valueStart;
        begin(start, Math.max(start, valueEnd), style === PLAIN ? scalar : undefined);
      }
    }
  }
  return values;
}

/** Finds positions in front matter by path. The front matter is parsed once for any number of lookups. */
export class YamlPlaces {
  readonly #text: string;
  readonly #byPath: ReadonlyMap<string, YamlValue>;

  /** @param text the lines between the delimiters */
  constructor(text: string) {
    this.#text = text;
    const values = yamlValues(text).map((value) => [keyOf(value.path), value] as const);
    // the first of two values for one key counts
    this.#byPath = new Map(values.reverse());
  }

  has(path: YamlPath): boolean {
    return this.#byPath.has(keyOf(path));
  }

  /** The position of a value in the file, else of the nearest value around it, else of the first line. */
  position(path: YamlPath): Position {
    for (let length = path.length; length > 0; length--) {
      const value = this.#byPath.get(keyOf(path.slice(0, length)));
      if (value) return filePosition(this.#text, value.keyStart ?? value.start);
    }
    return { line: 2, column: 1 };
  }
}

/** The position of a value in the file; see `YamlPlaces`. */
export function yamlPosition(text: string, path: YamlPath): Position {
  return new YamlPlaces(text).position(path);
}

function keyOf(path: YamlPath): string {
  return path.join('\n');
}

/** Converts an offset in the front matter, which starts on the file's second line, to a position in the file. */
export function filePosition(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length + 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where front matter has an anchor, which a parser takes off its value without a word; `undefined` if nowhere. */
export function anchorIn(text: string): number | undefined {
  if (!/(?:^|[:[{,-])\s*&\S/m.test(text)) return undefined;
  for (const event of eventsOf(text)) {
    if ('anchorStart' in event && event.anchorStart > 0 && event.type !== EVENT_ALIAS) {
      return event.anchorStart - 1;
    }
  }
  return undefined;
}

function eventsOf(text: string): ReturnType<typeof parseEvents> {
  try {
    return parseEvents(text, {});
  } catch {
    return [];
  }
}
