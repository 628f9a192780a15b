import type { ShowContents } from '../gated/show-contents.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import { answer } from './deliberate.ts';
import { bodyRows } from './geometry.ts';
import { type Handlers, moveHandlers } from './handlers.ts';
import { type MoveCommand, moved } from './list.ts';
import type { DocumentPosition, ProgressScreen, ReaderState } from './state.ts';
import { notify, progressIn, type Step, stepTo } from './step.ts';
import { goBack } from './visits.ts';

/** Letters of a code such as `S01E04`. */
const LONGEST_CODE = 8;

/** The question how far a show has been watched; "not started" is selected. */
export function progressScreen(
  state: ReaderState,
  contents: ShowContents,
  next: ProgressScreen['next'],
  position?: DocumentPosition,
): ProgressScreen {
  return {
    kind: 'progress',
    contents,
    selected: 0,
    typed: '',
    askedAt: state.lastKeyAt,
    next,
    position,
  };
}

/** Whether a show is asked about before it is entered: nothing is recorded, or devices do not agree. */
export function isAsked(state: ReaderState, slug: string): boolean {
  const { isRecorded, shouldAsk } = progressIn(state, slug);
  return state.settings.isRecording && (!isRecorded || shouldAsk);
}

/** The places to choose from, the first being "not started". */
export function places({ show }: ShowContents): Place[] {
  return [null, ...show.order.codes];
}

/** What each command does at that question. */
export const IN_PROGRESS = {
  ...moveHandlers(move),
  open: (state: ReaderState, screen: ProgressScreen, press) => {
    const { contents, typed } = screen;
    if (chosenPlace(screen) === undefined) {
      return notify(state, `${contents.show.title} has no episode ${typed}`);
    }
    return answer(state, 'place', screen.askedAt, press);
  },
  back: (state: ReaderState, screen: ProgressScreen, { key }) => {
    if (key !== 'backspace' || screen.typed === '') return goBack(state);
    return withTyped(state, screen, screen.typed.slice(0, -1));
  },
} satisfies Handlers<'progress', ProgressScreen>;

/** The place that Enter would set; `undefined` if an episode is typed that the show does not know. */
function chosenPlace({ contents, selected, typed }: ProgressScreen): Place | undefined {
  if (typed !== '') return typedPlace(contents, typed);
  return places(contents)[selected] ?? null;
}

/** A letter of an episode's code. */
export function typeProgress(state: ReaderState, screen: ProgressScreen, text: string): Step {
  const letters = [...text].filter((letter) => /[sex\d]/i.test(letter)).join('');
  if (letters === '') return stepTo(state);
  return withTyped(state, screen, (screen.typed + letters).slice(0, LONGEST_CODE));
}

/** Sets the place that was chosen; what comes of it opens the next screen. */
export function setChosenPlace(state: ReaderState, screen: ProgressScreen): Step {
  const { show } = screen.contents;
  const through = chosenPlace(screen);
  if (through === undefined) return stepTo(state);
  const known = progressIn(state, show.slug);
  return stepTo(state, { type: 'set-place', show, through, known });
}

function move(state: ReaderState, screen: ProgressScreen, command: MoveCommand): Step {
  const count = places(screen.contents).length;
  const selected = moved(screen.selected, count, bodyRows(state.size), command);
  return stepTo({ ...state, screen: { ...screen, selected, typed: '' } });
}

function withTyped(state: ReaderState, screen: ProgressScreen, typed: string): Step {
  const place = typedPlace(screen.contents, typed);
  // only a code that the show knows selects something
  const selected = place
    ? places(screen.contents).indexOf(place)
    : typed === ''
      ? screen.selected
      : 0;
  return stepTo({ ...state, screen: { ...screen, typed, selected } });
}

function typedPlace({ show }: ShowContents, typed: string): Place | undefined {
  const code = parseEpisodeCode(typed);
  return code && show.order.knows(code) ? code : undefined;
}
