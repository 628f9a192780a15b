import type { ViewLoader } from '../app/view-loader.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import type { Place } from '../model/order.ts';
import { UserError } from '../model/user-error.ts';
import { parseQuery } from '../search/query.ts';
import { type Hit, search } from '../search/search.ts';
import type { Positions } from '../store/positions.ts';
import type { Outcome, ProgressLog, UndoOutcome } from '../store/progress/log.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import { isStory, type RecapOrStory, readableName, storyView } from '../veil/story.ts';
import type { View } from '../veil/view.ts';
import { type Action, type Effect, placeIn, type State } from './state.ts';

/** What the reader acts on: views by the desk, progress and positions on disk. */
export interface World {
  readonly desk: Pick<ViewLoader, 'view' | 'storyViews' | 'views'>;
  readonly progress: ProgressLog;
  readonly positions: Positions;
  /** Why nothing can be recorded, if so. */
  readonly noStateFolder: string | undefined;
  quit(isInterrupted: boolean): void;
  suspend(): void;
}

const NO_STORY: Action = { type: 'message', message: 'no recap of the story is open to you yet' };

/** Does what is to be done, and says what came of it. */
export function perform(world: World, state: State, effect: Effect): Action[] {
  switch (effect.type) {
    case 'open':
      return open(world, state, effect);
    case 'find':
      return [{ type: 'found', hits: find(world, state, effect.typed) }];
    case 'look': {
      const { shelf, entry, peeks } = effect;
      const place = placeIn(state, shelf.show.slug);
      const view = viewOf(world, state, shelf, entry, peeks);
      return [{ type: 'seen', view, place, peeks }];
    }
    case 'confirm': {
      const { show } = effect.shelf;
      return placed(world, state, effect.shelf, effect.through, () =>
        world.progress.confirm(show.slug, show.order, effect.through),
      );
    }
    case 'set-place': {
      const { show } = effect.shelf;
      return placed(world, state, effect.shelf, effect.through, () =>
        world.progress.goBack(show.slug, show.order, effect.through),
      );
    }
    case 'undo':
      return undo(world, state, effect.shelf);
    case 'remember':
      world.positions.remember(effect.show, effect.slug, effect.anchor);
      return [];
    case 'suspend':
      world.suspend();
      return [];
    case 'quit':
      world.quit(effect.isInterrupted);
      return [];
  }
}

/** Looks for words in all that the reader may know. What cannot be opened is passed over. */
function find({ desk }: World, state: State, typed: string): Hit[] {
  const terms = parseQuery(typed);
  if (terms.length === 0) return [];
  function* views() {
    for (const shelf of state.shelves) {
      const reader = readerOf(state, placeIn(state, shelf.show.slug));
      yield* desk.views(shelf, reader, () => {});
    }
  }
  return search(views(), terms);
}

function open(
  world: World,
  state: State,
  { shelf, entry, hit }: Extract<Effect, { type: 'open' }>,
): Action[] {
  const { show } = shelf;
  const place = placeIn(state, show.slug);
  try {
    const faults: UserError[] = [];
    const view = viewOf(world, state, shelf, entry, [], (fault) => faults.push(fault));
    const notes = faults.map(({ message }) => message);
    if (view.isFaulty) notes.push('a spoiler here is not understood, so more is hidden');
    const messages = notes.slice(0, 1).map((message): Action => ({ type: 'message', message }));
    if (isStory(entry) && view.text === '') return messages.length > 0 ? messages : [NO_STORY];
    const anchor = world.positions.of(show.slug, readableName(entry));
    return [{ type: 'opened', shelf, entry, view, place, anchor, hit }, ...messages];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ type: 'message', message: error.message }];
  }
}

/**
 * What the reader may see of it. A story is told without the recaps that cannot be opened.
 *
 * @throws {UserError} where a recap cannot be opened
 */
function viewOf(
  { desk }: World,
  state: State,
  shelf: ShowContents,
  entry: RecapOrStory,
  peeks: readonly string[],
  onFault: (fault: UserError) => void = () => {},
): View {
  const reader = readerOf(state, placeIn(state, shelf.show.slug));
  const keys = new Set(peeks);
  if (!isStory(entry)) return desk.view(shelf.show, entry, reader, keys);
  return storyView(desk.storyViews(shelf, reader, entry, onFault, keys), shelf.show, entry);
}

function readerOf({ showsTitles }: State, place: Place) {
  return { place, showsTitles };
}

/** Records a place. Where that fails, the reader goes on at it for this run only, and is told so. */
function placed(
  world: World,
  { isRecording, standings }: State,
  { show }: ShowContents,
  through: Place,
  record: () => Outcome,
): Action[] {
  const known = standings.get(show.slug);
  const wanted: ShowProgress = { epoch: 0, ...known, through, isRecorded: true, shouldAsk: false };
  if (!isRecording) {
    return [
      {
        type: 'placed',
        show: show.slug,
        standing: wanted,
        message: 'for this run only; nothing is recorded',
      },
    ];
  }
  const outcome = record();
  if (outcome.kind === 'recorded' || outcome.kind === 'unchanged') {
    const message =
      through === null ? null : `watched through ${outcome.standing.through}; U takes it back`;
    return [{ type: 'placed', show: show.slug, standing: outcome.standing, message }];
  }
  if (outcome.kind === 'unknown')
    return [{ type: 'message', message: 'the show has no such episode' }];
  const message = `${world.noStateFolder ?? `it could not be recorded (${outcome.code})`}; it counts for this run only`;
  return [{ type: 'placed', show: show.slug, standing: wanted, message }];
}

function undo(world: World, { isRecording }: State, { show }: ShowContents): Action[] {
  if (!isRecording) return [{ type: 'message', message: 'nothing is recorded in this run' }];
  const outcome: UndoOutcome = world.progress.undo(show.slug, show.order);
  if (outcome.kind === 'recorded' || outcome.kind === 'unchanged') {
    const { through } = outcome.standing;
    const message = through === null ? 'back at the start' : `back at ${through}`;
    return [{ type: 'placed', show: show.slug, standing: outcome.standing, message }];
  }
  const message =
    outcome.kind === 'nothing-to-undo'
      ? 'there is no confirmation on this device to take back'
      : 'it could not be recorded, so nothing has changed';
  return [{ type: 'message', message }];
}
