import { IN_ADD, IN_FOUND, showAdded, showFound, typeTitle } from './add-screen.ts';
import { IN_LETTER, takeLetter, withJump } from './bookmark.ts';
import { changeProgress } from './change-progress.ts';
import { IN_DOCUMENT } from './document-screen.ts';
import { IN_FIND, IN_HITS, showHits, typeFind } from './find-screen.ts';
import { isTooSmall } from './geometry.ts';
import { handle } from './handlers.ts';
import { IN_HELP } from './help-screen.ts';
import {
  type CommonCommand,
  commandOf,
  isCommon,
  isIn,
  isTyping,
  letterOf,
  type Scene,
} from './keys.ts';
import { hintAtFilter, IN_FILTER, IN_SHOW, IN_SHOWS, typeFilter } from './lists.ts';
import type { KeyPress, Message } from './message.ts';
import { findAllNews, withNews } from './news.ts';
import { openDocument, resized, settled, showRefreshed } from './open-document.ts';
import { IN_OUTLINE } from './outline.ts';
import { pastedText } from './pasted-text.ts';
import { IN_PROGRESS, setChosenPlace, typeProgress } from './progress-screen.ts';
import { carryOut, IN_QUESTION } from './question.ts';
import { IN_SEARCH, typeSearch } from './search-panel.ts';
import { showLoaded } from './show-loaded.ts';
import type { ReaderState } from './state.ts';
import { alsoDo, notify, type Step, stepTo } from './step.ts';
import { planUndo } from './undo.ts';
import { leaving } from './visits.ts';
import { IN_CARD, IN_WHO, showPeople, typeName } from './who-screen.ts';
import { cancelWork, isCurrent } from './work.ts';

/**
 * What the reader becomes by a message, and what is to be done. Pure: no file is touched and nothing is drawn; what
 * is done outside comes back as another message.
 */
export function reduce(state: ReaderState, message: Message): Step {
  switch (message.type) {
    case 'key':
      return onKey({ ...state, notice: null, answer: null }, message);
    case 'paste':
      return typeText({ ...state, notice: null, answer: null }, pastedText(message.text));
    case 'unknown-input':
      return stepTo(state.answer ? { ...state, answer: null } : state);
    case 'answer-stands':
      return onAnswer(state, message.answer);
    case 'resize':
      return stepTo(resized({ ...state, size: message.size }));
    case 'show-loaded':
      return isCurrent(state, message.work) ? showLoaded(state, message) : stepTo(state);
    case 'opened': {
      if (!state.work || !isCurrent(state, message.work)) return stepTo(state);
      const document = openDocument(state, message);
      const { history } = state.work;
      return stepTo({ ...state, work: null, history, screen: { kind: 'document', document } });
    }
    case 'found':
      return isCurrent(state, message.work) ? showHits(state, message.hits) : stepTo(state);
    case 'people-met':
      return isCurrent(state, message.work) ? showPeople(state, message.met) : stepTo(state);
    case 'shows-found':
      return isCurrent(state, message.work) ? showFound(state, message.found) : stepTo(state);
    case 'show-added':
      return isCurrent(state, message.work) ? showAdded(state, message) : stepTo(state);
    case 'doing':
      return state.work && isCurrent(state, message.work)
        ? stepTo({ ...state, work: { ...state.work, label: message.label, isSlow: true } })
        : stepTo(state);
    case 'failed':
      return isCurrent(state, message.work)
        ? notify({ ...state, work: null }, message.notice)
        : stepTo(state);
    case 'slow':
      return state.work && isCurrent(state, message.work)
        ? stepTo({ ...state, work: { ...state.work, isSlow: true } })
        : stepTo(state);
    case 'refreshed':
      return showRefreshed(state, message);
    case 'progress-changed':
      return changeProgress(state, message);
    case 'drawn':
      return alsoDo(findAllNews(state), { type: 'look-for-proposals' });
    case 'news':
      return stepTo(withNews(state, message));
    case 'undo-planned':
      return planUndo(state, message.show, message.target);
    case 'notice':
      return notify(state, message.text);
    case 'proposed':
      return stepTo({ ...state, proposals: message.shows });
    case 'settled':
      return stepTo(settled(state));
  }
}

/** Where the reader is, as the table of keys knows it. */
function sceneOf({ screen, helpTop, question, letterFor }: ReaderState): Scene {
  if (helpTop !== null) return 'help';
  if (question) return 'question';
  if (letterFor) return 'letter';
  switch (screen.kind) {
    case 'progress':
      return 'progress';
    case 'find':
      return screen.isTyping ? 'find' : 'hits';
    case 'add':
      return screen.isTyping ? 'add' : 'found';
    case 'who':
      return screen.card ? 'card' : 'who';
    case 'document':
      return screen.document.panel?.kind ?? 'document';
    default:
      return screen.list.isFiltering ? 'filter' : screen.kind;
  }
}

function onKey(before: ReaderState, press: KeyPress): Step {
  const state = settled({ ...before, lastKeyAt: press.at });
  const scene = sceneOf(state);
  const command = commandOf(press.key, scene);
  if (command !== undefined && isCommon(command)) return onCommon(state, command);
  // what cannot be seen cannot be answered
  if (isTooSmall(state.size)) return stepTo(state);
  // Esc gives up what takes long, before it means anything else
  if (press.key === 'escape' && state.work?.isSlow) return cancelWork(state);
  if (isTyping(scene) && letterOf(press.key) !== '') return typeText(state, letterOf(press.key));
  return withJump(state, onSceneKey(state, scene, press), command);
}

function onCommon(state: ReaderState, command: CommonCommand): Step {
  switch (command) {
    case 'help':
      return isTooSmall(state.size)
        ? stepTo(state)
        : stepTo({ ...state, helpTop: state.helpTop === null ? 0 : null });
    case 'redraw':
      return stepTo(state, { type: 'redraw' });
    case 'suspend':
      return stepTo(state, { type: 'suspend' });
    case 'quit':
      return state.helpTop !== null
        ? stepTo({ ...state, helpTop: null })
        : stepTo(state, ...leaving(state), { type: 'quit', isInterrupted: false });
    case 'interrupt':
      return stepTo(state, ...leaving(state), { type: 'quit', isInterrupted: true });
  }
}

/** What a key does on the screen that is shown: each has its own handlers, complete for its commands. */
function onSceneKey(state: ReaderState, scene: Scene, press: KeyPress): Step {
  const { screen, question, helpTop, letterFor } = state;
  if (helpTop !== null) {
    // a key that does not scroll closes the help
    if (!isIn(commandOf(press.key, 'help'), 'help')) return stepTo({ ...state, helpTop: null });
    return handle(IN_HELP, 'help', state, helpTop, press);
  }
  if (question) return handle(IN_QUESTION, 'question', state, question, press);
  if (letterFor) {
    return commandOf(press.key, 'letter') === undefined
      ? takeLetter(state, letterFor, press)
      : handle(IN_LETTER, 'letter', state, letterFor, press);
  }
  switch (screen.kind) {
    case 'shows':
    case 'show':
      if (screen.list.isFiltering) return handle(IN_FILTER, 'filter', state, screen, press);
      if (commandOf(press.key, scene) === undefined) return hintAtFilter(state);
      return screen.kind === 'shows'
        ? handle(IN_SHOWS, 'shows', state, screen, press)
        : handle(IN_SHOW, 'show', state, screen, press);
    case 'progress': {
      const isText = commandOf(press.key, 'progress') === undefined;
      return isText
        ? typeProgress(state, screen, letterOf(press.key))
        : handle(IN_PROGRESS, 'progress', state, screen, press);
    }
    case 'find':
      return screen.isTyping
        ? handle(IN_FIND, 'find', state, screen, press)
        : handle(IN_HITS, 'hits', state, screen, press);
    case 'add':
      return screen.isTyping
        ? handle(IN_ADD, 'add', state, screen, press)
        : handle(IN_FOUND, 'found', state, screen, press);
    case 'who':
      return screen.card
        ? handle(IN_CARD, 'card', state, { screen, card: screen.card }, press)
        : handle(IN_WHO, 'who', state, screen, press);
    case 'document': {
      const { document } = screen;
      const { panel } = document;
      if (panel?.kind === 'search') {
        return handle(IN_SEARCH, 'search', state, { document, panel }, press);
      }
      if (panel?.kind === 'outline') {
        return handle(IN_OUTLINE, 'outline', state, { document, outline: panel }, press);
      }
      return handle(IN_DOCUMENT, 'document', state, document, press);
    }
  }
}

/** Text that was typed or pasted: it goes to the field that is typed into, and nowhere else. */
function typeText(state: ReaderState, text: string): Step {
  const { screen, question, helpTop } = state;
  if (text === '' || question || helpTop !== null || isTooSmall(state.size)) return stepTo(state);
  switch (screen.kind) {
    case 'shows':
    case 'show':
      return screen.list.isFiltering ? typeFilter(state, screen, text) : stepTo(state);
    case 'progress':
      return typeProgress(state, screen, text);
    case 'find':
      return screen.isTyping ? typeFind(state, screen, text) : stepTo(state);
    case 'add':
      return screen.isTyping ? typeTitle(state, screen, text) : stepTo(state);
    case 'who':
      return screen.card ? stepTo(state) : typeName(state, screen, text);
    case 'document': {
      const { document } = screen;
      const { panel } = document;
      return panel?.kind === 'search'
        ? typeSearch(state, { document, panel }, text)
        : stepTo(state);
    }
  }
}

/** Carries out an answer that nothing followed. */
function onAnswer(state: ReaderState, id: number): Step {
  const { answer, question, screen } = state;
  if (answer?.id !== id) return stepTo(state);
  const now = { ...state, answer: null };
  if (question) return carryOut(now, question, answer.kind);
  return screen.kind === 'progress' ? setChosenPlace(now, screen) : stepTo(now);
}
