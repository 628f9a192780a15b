import { openPeople } from '../app/people.ts';
import { mayHaveNews, newsOf, openedBetween, type RecapNews } from '../app/reading-news.ts';
import type { ViewLoader } from '../app/view-loader.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import type { Place } from '../model/order.ts';
import { UserError } from '../model/user-error.ts';
import { parseQuery } from '../search/query.ts';
import { type Hit, search } from '../search/search.ts';
import type { ProgressLog } from '../store/progress/log.ts';
import type { Bookmarks } from '../store/reading/bookmarks.ts';
import type { ReadingHistory, ShowReadings } from '../store/reading/reading-history.ts';
import { withPreviously } from '../veil/previously.ts';
import { isStory, type RecapOrStory, readableName, storyView } from '../veil/story.ts';
import type { View } from '../veil/view.ts';
import type { Effect } from './effect.ts';
import type { Message } from './message.ts';
import { recordPlace, takeBack } from './record.ts';
import type { ShowSource } from './show-source.ts';
import { Turns } from './turns.ts';
import { withReports } from './with-reports.ts';

/** What the reader acts on: the library, views of it, progress and what was read on disk, and the terminal. */
export interface Surroundings {
  /** Reads a show whole. @throws {UserError} */
  loadShow(slug: string): Promise<ShowContents>;
  readonly views: Pick<ViewLoader, 'view' | 'storyViews' | 'views' | 'viewsOf'>;
  /** Where shows to add come from; `undefined`: from nowhere. */
  readonly showSource: ShowSource | undefined;
  readonly progress: ProgressLog;
  readonly reading: ReadingHistory;
  readonly bookmarks: Pick<Bookmarks, 'set'>;
  /** Whether places are recorded. */
  readonly isRecording: boolean;
  /** Why nothing can be recorded, if so. */
  readonly noStateFolder: string | undefined;
  /** In how many shows services propose a later place; `undefined`: none is to be asked. It never fails. */
  readonly countProposals: ((signal: AbortSignal) => Promise<number>) | undefined;
  /** Waits for so many milliseconds, or until the task is canceled. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Opens a web address in the user's browser. Returns whether the system could. */
  openAddress(address: string): Promise<boolean>;
  redraw(): void;
  suspend(): void;
  quit(isInterrupted: boolean): void;
}

/**
 * Performs an effect. Its results are messages.
 *
 * @param signal is aborted if the result is no longer wanted
 */
export async function* perform(
  surroundings: Surroundings,
  effect: Effect,
  signal: AbortSignal,
): AsyncGenerator<Message> {
  switch (effect.type) {
    case 'load-show': {
      const { work, show, target } = effect;
      try {
        yield { type: 'show-loaded', work, contents: await surroundings.loadShow(show), target };
      } catch (error) {
        yield failed(work, error);
      }
      return;
    }
    case 'open':
      yield* open(surroundings, effect);
      return;
    case 'find': {
      const { work } = effect;
      const hits = await find(surroundings, effect, signal);
      if (hits) yield { type: 'found', work, hits };
      return;
    }
    case 'meet': {
      const { work, contents, reader } = effect;
      // a recap that cannot be read is left out
      const met = openPeople(contents, reader, surroundings.views, () => {});
      yield { type: 'people-met', work, met };
      return;
    }
    case 'search-shows': {
      const { work, title } = effect;
      yield* withReports(
        work,
        signal,
        (source, report) => source.search(title, signal, report),
        surroundings.showSource,
        (found) => ({ type: 'shows-found', work, found }),
      );
      return;
    }
    case 'add-show': {
      const { work, id } = effect;
      yield* withReports(
        work,
        signal,
        (source, report) => source.add(id, signal, report),
        surroundings.showSource,
        (added) => ({ type: 'show-added', work, added }),
      );
      return;
    }
    case 'refresh': {
      const { recap, reader, peeks } = effect;
      const view = viewOf(surroundings, effect, new Set(peeks));
      yield { type: 'refreshed', recap, view, place: reader.place, peeks };
      return;
    }
    case 'confirm': {
      const { show, through } = effect;
      yield recordPlace(surroundings, effect, () => surroundings.progress.confirm(show, through));
      return;
    }
    case 'set-place': {
      const { show, through } = effect;
      yield recordPlace(surroundings, effect, () => surroundings.progress.goBack(show, through));
      return;
    }
    case 'plan-undo': {
      const { slug } = effect.show;
      const target: Place | undefined = surroundings.progress.undoTarget(effect.show);
      yield { type: 'undo-planned', show: slug, target };
      return;
    }
    case 'undo':
      yield takeBack(surroundings, effect.show, effect.target);
      return;
    case 'remember': {
      const { show, slug, position, place } = effect;
      surroundings.reading.remember(show, slug, position, place);
      return;
    }
    case 'find-news':
      yield* findNews(surroundings, effect);
      return;
    case 'keep-bookmark': {
      const { letter, bookmark } = effect;
      const isKept = surroundings.bookmarks.set(letter, bookmark);
      const text = `Bookmark ${letter} set${isKept ? '' : ', for this session only'}`;
      yield { type: 'notice', text };
      return;
    }
    case 'open-address': {
      yield { type: 'notice', text: 'Opening it in your browser' };
      const isOpen = await surroundings.openAddress(effect.address);
      if (!isOpen) yield { type: 'notice', text: NO_BROWSER };
      return;
    }
    case 'look-for-proposals': {
      const shows = (await surroundings.countProposals?.(signal)) ?? 0;
      if (shows > 0) yield { type: 'proposed', shows };
      return;
    }
    case 'wait':
      await surroundings.wait(effect.milliseconds, signal);
      if (!signal.aborted) yield effect.message;
      return;
    case 'redraw':
      surroundings.redraw();
      return;
    case 'suspend':
      surroundings.suspend();
      return;
    case 'quit':
      surroundings.quit(effect.isInterrupted);
      return;
    case 'cancel':
      // the loop has done it
      return;
  }
}

function* open(
  surroundings: Surroundings,
  effect: Extract<Effect, { type: 'open' }>,
): Generator<Message> {
  const { work, contents, recap, reader, position } = effect;
  try {
    const faults: UserError[] = [];
    const view = viewOf(surroundings, effect, new Set(), (fault) => faults.push(fault));
    const [fault] = faults;
    if (isStory(recap) && view.text === '') {
      yield fault ? failed(work, fault) : { type: 'failed', work, notice: NO_STORY };
      return;
    }
    // the text of "Previously" depends on the place, and is read from its start
    const isRecalled = isStory(recap) && recap.length === 'recent';
    const anchor = isRecalled
      ? null
      : surroundings.reading.of(contents.show.slug, readableName(recap));
    const left = anchor && ({ kind: 'text', anchor, focus: null } as const);
    const { place } = reader;
    const unread = unreadIn(surroundings, effect);
    yield {
      type: 'opened',
      work,
      contents,
      recap,
      view,
      place,
      position: position ?? left,
      unread,
    };
    const notice = fault?.message ?? (view.isFaulty ? FAULTY : undefined);
    if (notice) yield { type: 'notice', text: notice };
  } catch (error) {
    yield failed(work, error);
  }
}

/** The spoilers of a recap that have opened since it was read in an earlier session. */
function unreadIn(
  { reading, views, isRecording }: Surroundings,
  { contents, recap, reader }: Extract<Effect, { type: 'open' }>,
): ReadonlySet<string> {
  const then = isStory(recap) ? undefined : reading.placeBefore(recap.head.show, recap.head.slug);
  if (!isRecording || then === undefined || isStory(recap)) return new Set();
  return openedBetween(contents, recap, then, reader, views)?.keys ?? new Set();
}

/**
 * Finds what is new in shows, and handles keys in between. Shows that cannot be read have nothing new. If something of a
 * show was read meanwhile, what was found in it is out of date and dropped: reading it has started another search.
 */
async function* findNews(
  { reading, views, loadShow }: Surroundings,
  { readers, contents: known }: Extract<Effect, { type: 'find-news' }>,
): AsyncGenerator<Message> {
  const turns = new Turns();
  for (const [show, reader] of readers) {
    await turns.next();
    const readings = reading.readings(show);
    if (!readings || (!known && !mayHaveNews(readings, reader.place))) continue;
    const news = new Map<string, RecapNews>();
    try {
      const contents = known ?? (await loadShow(show));
      for (const [slug, ofRecap] of newsOf(contents, reader, readings, views)) {
        news.set(slug, ofRecap);
        await turns.next();
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
    if (!isSameReading(readings, reading.readings(show))) continue;
    yield { type: 'news', show, place: reader.place, news };
  }
}

function isSameReading(a: ShowReadings, b: ShowReadings | undefined): boolean {
  return (
    b !== undefined &&
    a.since === b.since &&
    a.places.size === b.places.size &&
    [...a.places].every(([slug, place]) => b.places.get(slug) === place)
  );
}

/** How many episodes the page of a closed recap recalls. */
const RECALLED = 3;

const NO_BROWSER = 'The system could not open the address';
const NO_STORY = 'No episode of the story is unlocked for you yet';
const FAULTY = 'A spoiler marker here could not be parsed, so more is hidden';

/** Only sentences of our own are shown. */
function failed(work: number, error: unknown): Message {
  if (!(error instanceof UserError)) throw error;
  return { type: 'failed', work, notice: error.message };
}

/**
 * What the reader may see of a recap. The story goes without the recaps that cannot be opened. Below the curtain
 * of a closed recap are the gists of the episodes before.
 *
 * @throws {UserError} if a recap cannot be opened
 */
function viewOf(
  { views }: Surroundings,
  {
    contents,
    recap,
    reader,
  }: Pick<Extract<Effect, { type: 'open' }>, 'contents' | 'reader'> & {
    readonly recap: RecapOrStory;
  },
  peeks: ReadonlySet<string>,
  onFault: (fault: UserError) => void = () => {},
): View {
  const { show } = contents;
  if (isStory(recap)) {
    return storyView(views.storyViews(contents, reader, recap, onFault, peeks), show, recap);
  }
  const view = views.view(show, recap, reader, peeks);
  const isClosed = view.episode !== null && !show.order.isOpen(view.episode, reader.place);
  if (!isClosed || peeks.size > 0) return view;
  const last = { length: 'recent', last: RECALLED } as const;
  return withPreviously(view, views.storyViews(contents, reader, last, onFault));
}

/** Searches everything that is open to the reader, and handles keys in between. `undefined`: canceled. */
async function find(
  { loadShow, views }: Surroundings,
  { typed, readers }: Extract<Effect, { type: 'find' }>,
  signal: AbortSignal,
): Promise<readonly Hit[] | undefined> {
  const terms = parseQuery(typed);
  if (terms.length === 0) return [];
  const found: View[] = [];
  const turns = new Turns();
  for (const [slug, reader] of readers) {
    const contents = await loadShow(slug);
    for (const view of views.views(contents, reader, () => {})) {
      found.push(view);
      await turns.next();
      if (signal.aborted) return undefined;
    }
  }
  return search(found, terms);
}
