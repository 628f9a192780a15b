import type { ShowContents } from '../gated/show-contents.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import type { RecapOrStory } from '../veil/story.ts';
import { letterOf, moved, startList } from './choice.ts';
import { bodyRows } from './geometry.ts';
import type { Command } from './keys.ts';
import { showScreen } from './rows.ts';
import { type Effect, type Screen, type State, type Step, stay } from './state.ts';

/** The question how far a show has been watched; "not started" is chosen. */
export function startPlace(shelf: ShowContents, then: RecapOrStory | null): Screen {
  return { kind: 'place', shelf, selected: 0, typed: '', then };
}

/** Whether a show is asked about before it is entered: nothing is recorded, or devices do not agree. */
export function isAsked({ isRecording, standings }: State, { show }: ShowContents): boolean {
  const standing = standings.get(show.slug);
  return isRecording && (!standing?.isRecorded || standing.shouldAsk);
}

/** The places there are to choose from, the first being the start. */
export function places({ show }: ShowContents): Place[] {
  return [null, ...show.order.codes];
}

/** What a key does at that question: it moves, types a code, or answers. */
export function onPlaceKey(state: State, key: string, command: Command | undefined): Step {
  const { screen } = state;
  if (screen.kind !== 'place') return stay(state);
  const { shelf, selected, typed } = screen;
  const all = places(shelf);
  const to = moved(selected, all.length, bodyRows(state.size), command);
  if (to !== undefined) return stay({ ...state, screen: { ...screen, selected: to, typed: '' } });
  if (command === 'enter') {
    const place = typed === '' ? (all[selected] ?? null) : typedPlace(shelf, typed);
    if (place !== undefined) return answer(state, shelf, place, screen.then);
    return stay({ ...state, message: `${shelf.show.title} has no episode ${typed}` });
  }
  if (command === 'back' && key === 'escape') {
    const index = state.shelves.indexOf(shelf);
    return stay({ ...state, screen: { kind: 'shows', list: startList(index) } });
  }
  const now =
    key === 'backspace'
      ? typed.slice(0, -1)
      : `${typed}${/^[sex\d]$/i.test(key) ? letterOf(key) : ''}`;
  const place = typedPlace(shelf, now);
  // only a code that the show knows chooses something
  const index = place ? all.indexOf(place) : now === '' ? selected : 0;
  return stay({ ...state, screen: { ...screen, typed: now.slice(0, 8), selected: index } });
}

/** The episode that has been typed, if the show knows it. */
function typedPlace({ show }: ShowContents, typed: string): Place | undefined {
  const code = parseEpisodeCode(typed);
  return code && show.order.knows(code) ? code : undefined;
}

function answer(
  state: State,
  shelf: ShowContents,
  through: Place,
  then: RecapOrStory | null,
): Step {
  const effects: Effect[] = [{ type: 'set-place', shelf, through }];
  if (then) effects.push({ type: 'open', shelf, entry: then });
  const standing = { through, isRecorded: true, shouldAsk: false, epoch: 0 };
  const standings = new Map(state.standings).set(shelf.show.slug, standing);
  const now = { ...state, standings };
  return stay({ ...now, screen: showScreen(now, shelf) }, ...effects);
}
