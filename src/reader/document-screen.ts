import { INTRODUCTION } from '../model/introduction.ts';
import { isStory, type Story } from '../veil/story.ts';
import { askWatched, setProgress } from './ask-watched.ts';
import { startMark } from './bookmark.ts';
import { followSelected } from './follow-link.ts';
import { bodyRows } from './geometry.ts';
import { type Handlers, moveHandlers } from './handlers.ts';
import type { MoveCommand } from './list.ts';
import { openStop } from './open-stop.ts';
import { openOutline } from './outline.ts';
import { refresh } from './question.ts';
import { toMatch } from './search-panel.ts';
import { startFind } from './start-find.ts';
import { startJump } from './start-jump.ts';
import { startWho } from './start-who.ts';
import type { Document, ReaderState } from './state.ts';
import { notify, type Step, showDocument, stepTo } from './step.ts';
import { toStop } from './stops.ts';
import { askUndo, redo } from './undo.ts';
import { goBack, goTo, goToRecap, showScreen } from './visits.ts';

/** What each command does while a recap is open. */
export const IN_DOCUMENT = {
  ...moveHandlers(move),
  'half-down': (state: ReaderState, document: Document) =>
    scroll(state, document, Math.ceil(bodyRows(state.size) / 2)),
  'half-up': (state: ReaderState, document: Document) =>
    scroll(state, document, -Math.ceil(bodyRows(state.size) / 2)),
  'next-stop': (state: ReaderState, document: Document) =>
    showDocument(state, toStop(document, bodyRows(state.size), 1)),
  'previous-stop': (state: ReaderState, document: Document) =>
    showDocument(state, toStop(document, bodyRows(state.size), -1)),
  open: openStop,
  follow: followSelected,
  hide,
  watched: (state: ReaderState, { contents, view }: Document) =>
    askWatched(state, contents.show, view.episode),
  'set-progress': (state: ReaderState, { contents }: Document) => setProgress(state, contents),
  undo: (state: ReaderState, { contents }: Document) => askUndo(state, contents.show),
  redo: (state: ReaderState, { contents }: Document) => redo(state, contents.show),
  search: (state: ReaderState, document: Document) =>
    showDocument(state, { ...document, panel: { kind: 'search', typed: '' } }),
  'next-match': (state: ReaderState, document: Document) =>
    showDocument(state, toMatch(document, bodyRows(state.size), 1)),
  'previous-match': (state: ReaderState, document: Document) =>
    showDocument(state, toMatch(document, bodyRows(state.size), -1)),
  mark: startMark,
  jump: startJump,
  outline: openOutline,
  'next-recap': (state: ReaderState, document: Document) => openNeighbor(state, document, 1),
  'previous-recap': (state: ReaderState, document: Document) => openNeighbor(state, document, -1),
  story: (state: ReaderState, document: Document) =>
    openStory(state, document, { length: 'full' }, 'This is the story so far'),
  previously: (state: ReaderState, document: Document) =>
    openStory(state, document, { length: 'recent' }, 'This is what came before'),
  who: (state: ReaderState, { contents }: Document) => startWho(state, contents),
  find: (state: ReaderState) => goTo(state, startFind()),
  list: (state: ReaderState, { contents, recap }: Document) =>
    goTo(state, showScreen(state, contents, isStory(recap) ? undefined : recap.head.slug)),
  back: (state: ReaderState, document: Document) =>
    document.search?.from === 'search'
      ? showDocument(state, { ...document, search: null })
      : goBack(state),
} satisfies Handlers<'document', Document>;

function move(state: ReaderState, document: Document, command: MoveCommand): Step {
  const rows = bodyRows(state.size);
  switch (command) {
    case 'down':
      return scroll(state, document, 1);
    case 'up':
      return scroll(state, document, -1);
    case 'page-down':
      return scroll(state, document, rows);
    case 'page-up':
      return scroll(state, document, -rows);
    case 'start':
      return showDocument(state, { ...document, top: { chunk: 0, line: 0 } });
    case 'end':
      return showDocument(state, { ...document, top: document.body.end(rows) });
  }
}

function scroll(state: ReaderState, document: Document, by: number): Step {
  const { body, top } = document;
  const to = body.fill(body.move(top, by), bodyRows(state.size));
  return showDocument(state, { ...document, top: to });
}

/** Hides again what was peeked at. */
function hide(state: ReaderState, document: Document): Step {
  if (document.peeks.length > 0) return stepTo(state, refresh(state, document, []));
  return notify(state, 'There is no peek to hide');
}

/** Opens a story, unless it is open already. */
function openStory(
  state: ReaderState,
  { contents, recap }: Document,
  story: Story,
  notice: string,
): Step {
  const isOpen = isStory(recap) && recap.length === story.length;
  return isOpen ? notify(state, notice) : goToRecap(state, contents, story);
}

function openNeighbor(state: ReaderState, document: Document, by: 1 | -1): Step {
  const { contents, recap } = document;
  if (isStory(recap)) {
    return notify(state, 'Press l for a list of the recaps');
  }
  const index = contents.recaps.findIndex(({ head }) => head.slug === recap.head.slug);
  const next = contents.recaps[recap.head.slug === INTRODUCTION && index === -1 ? 0 : index + by];
  if (!next || index + by < 0) {
    return notify(state, by === 1 ? 'This is the last recap' : 'This is the first recap');
  }
  return goToRecap(state, contents, next);
}
