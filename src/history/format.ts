import type { Sink } from './entry.ts';
import type { Header, TableRow } from './table.ts';

/** Takes what a file consists of, one by one, and passes on what it says. */
export interface Reader<T> {
  read(part: T): void;
  /** The file ends. */
  end?(): void;
}

/** What a reader passes entries to, and what it may ask. */
export interface Receiver {
  readonly add: Sink;
  /** Whether a title begins like one of a show in the library, so that more has to be known about it. */
  readonly isOfLibrary: (title: string) => boolean;
}

/** A value in a JSON file, and the keys that lead to the array it is in: `shows`, `response.data.data`. */
export interface JsonItem {
  readonly path: string;
  readonly value: unknown;
}

/** An element of an XML file that ended: its text, and the names of the elements around it. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly parents: readonly string[];
}

/** A line of a plain text without what surrounds it, and its number from 1 on. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** How a file is recognized by its content; names of files do not matter. */
type Recognition =
  | {
      readonly kind: 'table';
      /** The first row is an entry, not the names of columns. */
      readonly isHeadless?: true;
      readonly fits: (header: Header) => boolean;
    }
  | {
      readonly kind: 'json';
      /** Where the items are, as in `$.*` or `$.shows.*`. */
      readonly paths: readonly string[];
      /** @param items the first ones of the file */
      readonly fits: (items: readonly JsonItem[]) => boolean;
    }
  /** One of these elements is the first of the file, or the first in that one. */
  | { readonly kind: 'xml'; readonly elements: readonly string[] }
  /** Plain text. */
  | { readonly kind: 'lines'; readonly fits: (line: string) => boolean };

/** A kind of file that a format has: how it is recognized and read. */
type Reading = Recognition &
  (
    | { readonly kind: 'table'; readonly open: (to: Receiver) => Reader<TableRow> }
    | { readonly kind: 'json'; readonly open: (to: Receiver) => Reader<JsonItem> }
    | { readonly kind: 'xml'; readonly open: (to: Receiver) => Reader<XmlElement> }
    | { readonly kind: 'lines'; readonly open: (to: Receiver) => Reader<Line> }
  );

/** The watch history of a service. One file in `formats/` each, and one line in `formats.ts`. */
export interface HistoryFormat {
  /** As a report calls it: "Netflix viewing history". */
  readonly name: string;
  /** As help lists it: "Netflix". Formats of one service share it. */
  readonly service: string;
  /** How to get the file, as Markdown. */
  readonly howToGet: string;
  readonly readings: readonly Reading[];
}

/** A file that people take for a watch history and that has no watched episodes in it. */
export interface OtherRecord {
  readonly name: string;
  /** What it has instead, as in "films". */
  readonly holds: string;
  readonly recognitions: readonly Recognition[];
}
