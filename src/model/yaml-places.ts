import { EVENT_MAPPING, EVENT_POP, EVENT_SCALAR, EVENT_SEQUENCE, parseEvents } from 'js-yaml';
import type { Position } from './problem.ts';

/** Names a value in front matter: `['episodes', 0, 'title']`; list entries count from 0. */
export type YamlPath = readonly (string | number)[];

/** A value, and where it stands in the front matter, in UTF-16 code units. */
export interface YamlValue {
  readonly path: YamlPath;
  /** Of the value: of its first letter, or what opens a list or mapping. */
  readonly start: number;
  readonly end: number;
  /** Where its key stands; `undefined` for the entries of a list. */
  readonly keyStart: number | undefined;
  /** A value as it stands without quotes: what another reader of YAML may take for a number. */
  readonly plain: string | undefined;
}

/** YAML's style of a scalar that has no quotes. */
const PLAIN = 1;

interface Container {
  readonly path: YamlPath;
  readonly isList: boolean;
  count: number;
  key: { readonly name: string; readonly start: number } | undefined;
}

/**
 * The values of front matter with their places, in their order. Front matter that cannot be read has none.
 *
 * @param text the lines between the delimiters
 */
export function yamlValues(text: string): YamlValue[] {
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
        // an empty value stands nowhere, so its key stands for it
        const start = valueStart < 0 ? (around?.key?.start ?? 0) : valueStart;
        begin(start, Math.max(start, valueEnd), style === PLAIN ? scalar : undefined);
      }
    }
  }
  return values;
}

/** Finds the values of front matter by their paths. Reading its places once serves any number of questions. */
export class YamlPlaces {
  readonly #text: string;
  readonly #byPath: ReadonlyMap<string, YamlValue>;

  /** @param text the lines between the delimiters */
  constructor(text: string) {
    this.#text = text;
    const values = yamlValues(text).map((value) => [keyOf(value.path), value] as const);
    // of a value that is given twice the first counts
    this.#byPath = new Map(values.reverse());
  }

  has(path: YamlPath): boolean {
    return this.#byPath.has(keyOf(path));
  }

  /** Where in the file a value is, or else the nearest that surrounds it, or else the first line of front matter. */
  position(path: YamlPath): Position {
    for (let length = path.length; length > 0; length--) {
      const value = this.#byPath.get(keyOf(path.slice(0, length)));
      if (value) return filePosition(this.#text, value.keyStart ?? value.start);
    }
    return { line: 2, column: 1 };
  }
}

/** Where in the file a value is; see `YamlPlaces`. */
export function yamlPosition(text: string, path: YamlPath): Position {
  return new YamlPlaces(text).position(path);
}

function keyOf(path: YamlPath): string {
  return path.join('\n');
}

/** The place in a file of an offset into its front matter, whose first line is the file's second. */
export function filePosition(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length + 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

function eventsOf(text: string): ReturnType<typeof parseEvents> {
  try {
    return parseEvents(text, {});
  } catch {
    return [];
  }
}
