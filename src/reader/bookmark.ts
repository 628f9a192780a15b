import { isStory } from '../veil/story.ts';
import { isBefore } from './body.ts';
import { bodyRows } from './geometry.ts';
import type { Handlers } from './handlers.ts';
import { type Command, isScrolling, letterOf } from './keys.ts';
import { goToShow } from './lists.ts';
import type { KeyPress } from './message.ts';
import type { Document, LetterFor, ReaderState } from './state.ts';
import { alsoDo, notify, type Step, showDocument, stepTo } from './step.ts';
import { goBack, leaving } from './visits.ts';

/** What each command does while the letter of a bookmark is awaited. */
export const IN_LETTER = {
  cancel: (state: ReaderState) => stepTo({ ...state, letterFor: null }),
} satisfies Handlers<'letter', LetterFor>;

/** Awaits the letter of a bookmark to be set. What is peeked at has no position that may be stored. */
export function startMark(state: ReaderState, { recap, beforePeek }: Document): Step {
  if (isStory(recap))
    return notify(state, 'Bookmarks are set in recaps; press l for a list of them');
  if (beforePeek) return notify(state, 'Press x to hide what you peeked at, then set the bookmark');
  return stepTo({ ...state, letterFor: 'mark' });
}

/** Takes the letter of a bookmark; any other key is none. */
export function takeLetter(before: ReaderState, letterFor: LetterFor, { key }: KeyPress): Step {
  const state = { ...before, letterFor: null };
  const letter = letterOf(key);
  if (letterFor === 'jump' && letter === "'") return goBackInDocument(state);
  if (!/^[a-z]$/i.test(letter)) return notify(state, 'A bookmark is a letter from a to z');
  return letterFor === 'mark' ? setBookmark(state, letter) : goToBookmark(state, letter);
}

/** Notes where a jump began, as `''` goes back there: any movement but scrolling. */
export function withJump(before: ReaderState, step: Step, command: Command | undefined): Step {
  const { screen } = step.state;
  if (before.screen.kind !== 'document' || screen.kind !== 'document') return step;
  const [from, to] = [before.screen.document, screen.document];
  const hasMoved = isBefore(from.top, to.top) || isBefore(to.top, from.top);
  if (from.body !== to.body || !hasMoved || isScrolling(command)) return step;
  const document = { ...to, jumpedFrom: from.body.anchor(from.top) };
  return { ...step, state: { ...step.state, screen: { kind: 'document', document } } };
}

function setBookmark(state: ReaderState, letter: string): Step {
  if (state.screen.kind !== 'document') return stepTo(state);
  const { contents, recap, body, top } = state.screen.document;
  if (isStory(recap)) return stepTo(state);
  const { slug } = recap.head;
  const bookmark = { show: contents.show.slug, slug, position: body.anchor(top) };
  const bookmarks = new Map(state.bookmarks).set(letter, bookmark);
  return stepTo({ ...state, bookmarks }, { type: 'keep-bookmark', letter, bookmark });
}

function goToBookmark(state: ReaderState, letter: string): Step {
  const bookmark = state.bookmarks.get(letter);
  if (!bookmark) return notify(state, `No bookmark ${letter}`);
  const { show, slug, position: anchor } = bookmark;
  const { screen } = state;
  if (screen.kind === 'document') {
    const { contents, recap, body } = screen.document;
    const isHere = contents.show.slug === show && !isStory(recap) && recap.head.slug === slug;
    if (isHere) {
      const top = body.fill(body.at(anchor), bodyRows(state.size));
      return showDocument(state, { ...screen.document, top });
    }
  }
  if (!state.shows.some((candidate) => candidate.slug === show)) {
    return notify(state, 'The recap of this bookmark is no longer there');
  }
  const position = { kind: 'text', anchor, focus: null } as const;
  return alsoDo(goToShow(state, show, { kind: 'recap', slug, position }), ...leaving(state));
}

/** Goes back to where the last jump in this recap began, else to the recap before this one. */
function goBackInDocument(state: ReaderState): Step {
  const document = state.screen.kind === 'document' ? state.screen.document : undefined;
  if (!document?.jumpedFrom) {
    return state.history.at(-1)?.kind === 'document'
      ? goBack(state)
      : notify(state, 'No position to go back to');
  }
  const top = document.body.fill(document.body.at(document.jumpedFrom), bodyRows(state.size));
  return showDocument(state, { ...document, top, jumpedFrom: document.body.anchor(document.top) });
}
