import { type EpisodeCode, parseEpisodeCode } from '../../model/episode.ts';
import type { Place } from '../../model/order.ts';
import { crc32 } from '../../text/crc32.ts';

/**
 * A count from 0 that never ends: a number, or a bigint where a number would not be exact. So that each value has one
 * form, a bigint is never small enough to be a number.
 */
export type Epoch = number | bigint;

/** The epoch after another. */
export function nextEpoch(epoch: Epoch): Epoch {
  return typeof epoch === 'number' && epoch < Number.MAX_SAFE_INTEGER
    ? epoch + 1
    : BigInt(epoch) + 1n;
}

/** One change of a reader's place in a show. */
export interface LogEntry {
  /** The show's slug. */
  readonly show: string;
  /** The show's identifier at its source, if it has one. */
  readonly id?: string;
  /** Counted from 0. Going back and undoing start a new one; the highest decides. */
  readonly epoch: Epoch;
  readonly through: Place;
  /** The place that the reader left with this change: what undoing it goes back to. */
  readonly from: Place;
  /** Takes back an earlier change of the same file. */
  readonly isUndo: boolean;
  /**
   * The furthest readable place, for a change that answers unreadable lines: the reader was not there, so undoing does
   * not go back to it, but it is left knowingly.
   */
  readonly setAside?: EpisodeCode;
  /** The digest of the unreadable lines of other files that this change answers, if there were any. */
  readonly answers?: string;
  /** ISO 8601. For people only: no decision depends on a clock. */
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
export function writeLine(entry: LogEntry): string {
  const { show, id, epoch, through, from, isUndo, setAside, answers, at } = entry;
  const undo = isUndo ? { undo: true } : {};
  const rest = JSON.stringify({ through, from, ...undo, id, setAside, answers, at });
  const bare = `{"v":1,"show":${JSON.stringify(show)},"epoch":${epoch},${rest.slice(1)}`;
  return `${bare.slice(0, -1)},"sum":"${sumOf(bare)}"}`;
}

/** Reads what `writeLine` wrote. Unknown fields are ignored; `from` may be missing. */
export function readLine(text: string): LogEntry | LineProblem {
  const value = parse(text);
  if (value === undefined) return 'torn';
  if (typeof value !== 'object' || value === null || !('v' in value)) return 'foreign';
  if (value.v !== 1) return typeof value.v === 'number' && value.v > 1 ? 'newer' : 'foreign';
  const sum = SUM.exec(text);
  if (!sum || sum[1] !== sumOf(`${text.slice(0, sum.index)}}`)) return 'foreign';
  return entryOf(value, text) ?? 'foreign';
}

/** Whether the line would be a good one if it were of this show: its show's name may be what is damaged. */
export function fitsShow(text: string, show: string): boolean {
  const renamed = text.replace(SHOW, () => `"show":${JSON.stringify(show)}`);
  return typeof readLine(renamed) === 'object';
}

/** The one show that a line names, readable or not; `undefined` for none, or several. */
export function namedShow(text: string): string | undefined {
  const [found, another] = text.matchAll(new RegExp(SHOW, 'g'));
  const name = another ? undefined : parse(found?.[1] ?? '');
  return typeof name === 'string' ? name : undefined;
}

const SHOW = /"show":("(?:[^"\\]|\\.)*")/;

const EPOCH = /"epoch":(\d+)[,}]/;

/** The epoch as it is written, as the JSON parser rounds large numbers. */
function epochOf(text: string): Epoch | undefined {
  const digits = EPOCH.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}

function entryOf(value: object, text: string): LogEntry | undefined {
  if (!('show' in value && 'epoch' in value && 'through' in value && 'at' in value))
    return undefined;
  const { show, at } = value;
  const epoch = typeof value.epoch === 'number' ? epochOf(text) : undefined;
  const through = placeOf(value.through);
  const from = placeOf('from' in value ? value.from : null);
  const undo = 'undo' in value ? value.undo : false;
  const setAside = placeOf('setAside' in value ? value.setAside : null);
  const id = 'id' in value ? value.id : undefined;
  const answers = 'answers' in value ? value.answers : undefined;
  if (typeof show !== 'string' || typeof at !== 'string' || typeof undo !== 'boolean')
    return undefined;
  if (id !== undefined && typeof id !== 'string') return undefined;
  if (epoch === undefined || through === undefined || from === undefined) return undefined;
  return {
    ...{ show, epoch, through, from, isUndo: undo, at },
    ...(typeof id === 'string' && { id }),
    ...(setAside && { setAside }),
    ...(typeof answers === 'string' && { answers }),
  };
}

function placeOf(value: unknown): EpisodeCode | null | undefined {
  if (value === null) return null;
  return typeof value === 'string' ? parseEpisodeCode(value) : undefined;
}

/** `undefined` if the text is not JSON. The parser's error quotes its input and is dropped. */
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
