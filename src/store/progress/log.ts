import { join } from 'node:path';
import type { EpisodeCode } from '../../model/episode.ts';
import type { Place, ViewingOrder } from '../../model/order.ts';
import { errno } from '../disk/errno.ts';
import { appendLine } from './append.ts';
import { Device } from './device.ts';
import {
  type Reading,
  type ReadingProblem,
  readFolder,
  remember,
  type Unreadable,
} from './folder.ts';
import { type LogEntry, nextEpoch, writeLine } from './line.ts';
import { further, type ShowProgress, showProgress } from './show-progress.ts';
import { lastChange, ownEntries } from './undo.ts';
import { digestOf, type UnreadLine, unreadLinesOf } from './unread-lines.ts';

export interface ProgressOptions {
  /** The state folder; it is made with the first line. `null`: there is none, and nothing can be recorded. */
  readonly folder: string | null;
  /** This device's host name. */
  readonly device: string;
  /** The state folder, in which a device keeps its identifier; without one, the host name is the identifier. */
  readonly devices?: string | undefined;
  readonly now: () => Date;
}

/** What progress is recorded of. */
export interface TrackedShow {
  readonly slug: string;
  /** Its identifier at its source. An entry with one is not of another show that takes the slug later. */
  readonly id: string | null;
  readonly order: ViewingOrder;
}

/** What came of a change. Only `recorded` is on disk. */
export type Outcome =
  | { readonly kind: 'recorded'; readonly progress: ShowProgress }
  /** The reader's progress was already there. */
  | { readonly kind: 'unchanged'; readonly progress: ShowProgress }
  /** The show's list has no such episode. */
  | { readonly kind: 'unknown' }
  /** Nothing is promised to be on disk. `code` is that of the file operation, such as `ENOSPC`. */
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly file: string | null;
      /** Writing had begun, so that the change may be there all the same when it is next read. */
      readonly mayBeThere?: true;
    };

export type UndoOutcome = Outcome | { readonly kind: 'nothing-to-undo' };

type Change = Pick<LogEntry, 'epoch' | 'through' | 'isUndo'>;

/** Reads what has been watched, on this device and those that share the folder. Throws nothing. */
export function openProgress(options: ProgressOptions): ProgressLog {
  return new ProgressLog(options);
}

/**
 * What has been watched. Every change reads the folder again first (another terminal may have written),
 * then appends one line to this device's own file. Existing lines are never changed.
 *
 * While a file of the folder cannot be read, every show is closed and nothing is recorded: that file may
 * contain a reset.
 */
export class ProgressLog {
  readonly #options: ProgressOptions;
  readonly #device: Device;
  #reading: Reading;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#device = new Device(options.devices, options.device);
    this.#reading = this.#read();
  }

  /** What was not understood when the folder was last read. */
  get problems(): readonly ReadingProblem[] {
    return this.#reading.problems;
  }

  /** The reader's progress in a show, as of the last read of the folder. */
  of(show: TrackedShow): ShowProgress {
    const known = showProgress(entriesOf(this.#reading, show), show.order);
    if (this.#unreadable()) return { ...known, through: null, isRecorded: true, shouldAsk: true };
    if (!known.isRecorded || !this.#isInDoubt(show.slug)) return known;
    return { ...known, through: null, shouldAsk: true };
  }

  /** Whether a line that cannot be read may be about the show, and no later change has answered it. */
  #isInDoubt(show: string): boolean {
    const { shows, unread } = this.#reading;
    const digest = digestOf(unreadLinesOf(show, unread));
    if (digest === undefined) return false;
    return !shows.get(show)?.some(({ answers }) => answers === digest);
  }

  /** The reader has watched through this episode. Never lowers the place. */
  confirm(show: TrackedShow, through: EpisodeCode): Outcome {
    const { order } = show;
    if (!order.knows(through)) return { kind: 'unknown' };
    return this.#change(show, (now) => {
      if (now.shouldAsk) return newEpoch(now, further(order, now.through, through));
      if (order.isOpen(through, now.through)) return undefined;
      return { epoch: now.epoch, through, isUndo: false };
    });
  }

  /** Sets the reader's progress to exactly this place, as they asked: to go back, or to settle a doubt. */
  goBack(show: TrackedShow, through: Place): Outcome {
    if (through !== null && !show.order.knows(through)) return { kind: 'unknown' };
    return this.#change(show, (now) => {
      if (now.isRecorded && !now.shouldAsk && now.through === through) return undefined;
      return newEpoch(now, through);
    });
  }

  /** Takes back this device's last change that has not been taken back: to the place that it left. */
  undo(show: TrackedShow): UndoOutcome {
    let isEmpty = false;
    let isInDoubt = false;
    const outcome = this.#change(show, (now) => {
      // what cannot be read may be the change to take back
      isInDoubt = this.#isInDoubt(show.slug);
      if (isInDoubt) return undefined;
      const last = lastChange(this.#own(show));
      if (last) return { ...newEpoch(now, last.from), isUndo: true };
      isEmpty = true;
      return undefined;
    });
    if (isInDoubt) return { kind: 'failed', code: 'EBADMSG', file: null };
    return isEmpty ? { kind: 'nothing-to-undo' } : outcome;
  }

  /** The place that `undo` would restore; `undefined` if there is nothing to undo. */
  undoTarget(show: TrackedShow): Place | undefined {
    this.#reading = this.#read();
    return lastChange(this.#own(show))?.from;
  }

  #change(show: TrackedShow, decide: (now: ShowProgress) => Change | undefined): Outcome {
    const { folder, now } = this.#options;
    this.#reading = this.#read();
    const unreadable = this.#unreadable();
    if (unreadable) return { kind: 'failed', code: unreadable.code, file: unreadable.file };
    const before = this.of(show);
    const change = decide(before);
    if (!change) return { kind: 'unchanged', progress: before };
    if (folder === null) return { kind: 'failed', code: 'ENOENT', file: null };

    const name = this.#device.log;
    // what is in this device's own file is answered by coming before the change
    const others = this.#reading.unread.filter(({ file }) => file !== name);
    const answers = digestOf(unreadLinesOf(show.slug, others));
    const { through: known } = showProgress(entriesOf(this.#reading, show), show.order);
    const entry: LogEntry = {
      show: show.slug,
      ...(show.id !== null && { id: show.id }),
      ...change,
      from: before.through,
      at: now().toISOString(),
      ...(known !== null && known !== before.through && { setAside: known }),
      ...(answers !== undefined && { answers }),
    };
    const file = join(folder, name);
    try {
      appendLine(file, writeLine(entry));
    } catch (error) {
      return { kind: 'failed', code: errno(error), file, mayBeThere: true };
    }
    this.#device.keep();
    remember(this.#reading.shows, entry);
    const { files } = this.#reading;
    files.set(name, [...(files.get(name) ?? []), entry]);
    this.#reading = { ...this.#reading, unread: followedBy(this.#reading.unread, name, show.slug) };
    return { kind: 'recorded', progress: this.of(show) };
  }

  /** What this device has recorded of a show, in order. */
  #own(show: TrackedShow): LogEntry[] {
    const files = [...this.#reading.files].filter(([name]) => this.#device.isOwn(name));
    return ownEntries(files.map(([, entries]) => entries)).filter((entry) => isOf(entry, show));
  }

  #read(): Reading {
    const { folder } = this.#options;
    if (folder === null) return { shows: new Map(), files: new Map(), unread: [], problems: [] };
    return readFolder(folder);
  }

  #unreadable(): Unreadable | undefined {
    return this.#reading.problems.find((problem) => problem.kind === 'unreadable');
  }
}

function entriesOf({ shows }: Reading, show: TrackedShow): LogEntry[] {
  return shows.get(show.slug)?.filter((entry) => isOf(entry, show)) ?? [];
}

/** Whether an entry is of this show. One without an identifier was recorded when the show had none. */
function isOf(entry: LogEntry, { slug, id }: TrackedShow): boolean {
  return entry.show === slug && (entry.id === undefined || entry.id === id);
}

/** A change that starts a new epoch, unless nothing has been recorded yet and there is none to leave. */
function newEpoch(now: ShowProgress, through: Place): Change {
  const epoch = now.isRecorded ? nextEpoch(now.epoch) : now.epoch;
  return { epoch, through, isUndo: false };
}

/** The same lines once the file has one more entry of the show. */
function followedBy(unread: readonly UnreadLine[], file: string, show: string): UnreadLine[] {
  return unread.map((line) =>
    line.file === file
      ? { ...line, isFollowedBy: (other) => other === show || line.isFollowedBy(other) }
      : line,
  );
}
