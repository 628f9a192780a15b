import type { Sink } from './entry.ts';
import type { Header, TableRow } from './table.ts';

/** Receives a file's items one by one and passes on the entries in them. */
export interface Reader<T> {
  read(part: T): void;
  /** The file ends. */
  end?(): void;
}

/** Where a format's reader passes entries, and what it may ask. */
export interface Receiver {
  readonly add: Sink;
  /** Whether a title starts like that of a show in the library, so that its details matter. */
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

/** How a file is recognized by its content. Its name does not matter. */
type Recognition =
  | {
      readonly kind: 'table';
      /** The first row is an entry, not column names. */
      readonly isHeadless?: true;
      readonly fits: (header: Header) => boolean;
    }
  | {
      readonly kind: 'json';
      /** The paths of the items, as in `$.*` or `$.shows.*`. */
      readonly paths: readonly string[];
      /** @param items the first ones of the file */
      readonly fits: (items: readonly JsonItem[]) => boolean;
    }
  /** One of these elements is the root of the file, or the first one in the root. */
  | { readonly kind: 'xml'; readonly elements: readonly string[] }
  /** Plain text. */
  | { readonly kind: 'lines'; readonly fits: (line: string) => boolean };

/** One kind of file in a format: how to recognize and read it. */
type Reading = Recognition &
  (
    | { readonly kind: 'table'; readonly open: (to: Receiver) => Reader<TableRow> }
    | { readonly kind: 'json'; readonly open: (to: Receiver) => Reader<JsonItem> }
    | { readonly kind: 'xml'; readonly open: (to: Receiver) => Reader<XmlElement> }
    | { readonly kind: 'lines'; readonly open: (to: Receiver) => Reader<Line> }
  );

/** The watch history of a service. One file in `formats/` each, and one line in `formats.ts`. */
export interface HistoryFormat {
  /** Its name in reports: "Netflix viewing history". */
  readonly name: string;
  /** Its name in help: "Netflix". Formats of one service share it. */
  readonly service: string;
  /** How to get the file, as Markdown. */
  readonly howToGet: string;
  readonly readings: readonly Reading[];
}

/** A file that looks like a watch history but contains no watched episodes. */
export interface OtherRecord {
  readonly name: string;
  /** What it contains instead, as in "films". */
  readonly holds: string;
  readonly recognitions: readonly Recognition[];
}
