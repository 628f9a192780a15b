import { type EpisodeCode, parseEpisodeCode } from '../../model/episode.ts';
import type { Place } from '../../model/order.ts';
import { crc32 } from '../../text/crc32.ts';

/** One change of a reader's place in a show. */
export interface LogEntry {
  /** The show's slug. */
  readonly show: string;
  /** Counted from 0. Going back and undoing start a new one; the highest decides. */
  readonly epoch: number;
  readonly through: Place;
  /** The place that the reader left with this change: what undoing it goes back to. */
  readonly from: Place;
  /** Takes back an earlier change of the same file. */
  readonly isUndo: boolean;
  /** ISO 8601. It is for people: nothing is decided by a clock. */
  readonly at: string;
}

/**
 * Why a line is skipped: `torn`: not whole; `newer`: of a later version of the format; `foreign`: whole,
 * but edited by hand, damaged or not ours.
 */
export type LineProblem = 'torn' | 'newer' | 'foreign';

const SUM = /,"sum":"([0-9a-f]{8})"\}$/;

/**
 * The entry as one line of JSON, without its line break. The last field, `sum`, is the CRC-32 of the line
 * without it, so that no damaged line is ever read as another episode.
 */
export function writeLine({ show, epoch, through, from, isUndo, at }: LogEntry): string {
  const undo = isUndo ? { undo: true } : {};
  const bare = JSON.stringify({ v: 1, show, epoch, through, from, ...undo, at });
  return `${bare.slice(0, -1)},"sum":"${sumOf(bare)}"}`;
}

/** Reads what `writeLine` wrote. Fields that are not known are passed over; `from` may be missing. */
export function readLine(text: string): LogEntry | LineProblem {
  const value = parse(text);
  if (value === undefined) return 'torn';
  if (typeof value !== 'object' || value === null || !('v' in value)) return 'foreign';
  if (value.v !== 1) return typeof value.v === 'number' && value.v > 1 ? 'newer' : 'foreign';
  const sum = SUM.exec(text);
  if (!sum || sum[1] !== sumOf(`${text.slice(0, sum.index)}}`)) return 'foreign';
  return entryOf(value) ?? 'foreign';
}

function entryOf(value: object): LogEntry | undefined {
  if (!('show' in value && 'epoch' in value && 'through' in value && 'at' in value))
    return undefined;
  const { show, epoch, at } = value;
  const through = placeOf(value.through);
  const from = placeOf('from' in value ? value.from : null);
  const undo = 'undo' in value ? value.undo : false;
  if (typeof show !== 'string' || typeof at !== 'string' || typeof undo !== 'boolean')
    return undefined;
  if (typeof epoch !== 'number' || !Number.isSafeInteger(epoch) || epoch < 0) return undefined;
  if (through === undefined || from === undefined) return undefined;
  return { show, epoch, through, from, isUndo: undo, at };
}

function placeOf(value: unknown): EpisodeCode | null | undefined {
  if (value === null) return null;
  return typeof value === 'string' ? parseEpisodeCode(value) : undefined;
}

/** `undefined` where the text is not JSON. The parser's error quotes its input and is dropped. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sumOf(bare: string): string {
  return crc32(bare).toString(16).padStart(8, '0');
}
