import { parseQuery } from '../search/query.ts';
import type { Hit } from '../search/search.ts';
import { letterOf, moved } from './choice.ts';
import { bodyRows } from './geometry.ts';
import type { Command } from './keys.ts';
import { isAsked, startPlace } from './place.ts';
import { type FindScreen, type Screen, type State, type Step, stay } from './state.ts';

/** Characters that may be typed. */
const LONGEST = 100;

/** Words to look for in all recaps; Esc leads back to a screen. */
export function startFind(back: Screen): FindScreen {
  return { kind: 'find', typed: '', isTyping: true, hits: null, selected: 0, back };
}

/** The hits of what was looked for, once they are there. */
export function withHits(state: State, hits: readonly Hit[]): State {
  if (state.screen.kind !== 'find') return state;
  const selected = Math.min(state.screen.selected, Math.max(0, hits.length - 1));
  const isTyping = hits.length === 0;
  return { ...state, screen: { ...state.screen, hits, selected, isTyping } };
}

/** What a key does while words are typed, or among the hits. */
export function onFindKey(
  state: State,
  screen: FindScreen,
  key: string,
  command: Command | undefined,
): Step {
  const { typed, isTyping, hits, selected, back } = screen;
  const show = (now: Partial<FindScreen>) => stay({ ...state, screen: { ...screen, ...now } });
  if (isTyping) {
    if (command === 'enter') return lookFor(state, screen);
    if (command === 'back' && (key === 'escape' || typed === '')) {
      return stay({ ...state, screen: back });
    }
    const now = key === 'backspace' ? [...typed].slice(0, -1).join('') : typed + letterOf(key);
    return now === typed ? stay(state) : show({ typed: now.slice(0, LONGEST), hits: null });
  }
  const count = hits?.length ?? 0;
  const to = moved(selected, count, Math.ceil(bodyRows(state.size) / 2), command);
  if (to !== undefined) return show({ selected: to });
  if (command === 'find') return show({ isTyping: true, selected: 0 });
  if (command === 'back') return stay({ ...state, screen: back });
  const hit = hits?.[selected];
  return command === 'enter' && hit ? openHit(state, screen, hit) : stay(state);
}

function lookFor(state: State, screen: FindScreen): Step {
  const { typed } = screen;
  if (parseQuery(typed).length === 0) return stay({ ...state, message: 'type a word to look for' });
  return stay({ ...state, screen: { ...screen, selected: 0 } }, { type: 'find', typed });
}

/** Opens the recap at the hit. Of a show that was never entered, how far it has been watched is asked first. */
function openHit(state: State, { typed, selected }: FindScreen, hit: Hit): Step {
  const shelf = state.shelves.find(({ summary }) => summary.slug === hit.show);
  const all = shelf ? [shelf.introduction, ...shelf.recaps] : [];
  const entry = all.find((candidate) => candidate?.head.slug === hit.slug);
  if (!shelf || !entry) return stay(state);
  if (isAsked(state, shelf)) return stay({ ...state, screen: startPlace(shelf, entry) });
  return stay(state, { type: 'open', shelf, entry, hit: { typed, selected, hit } });
}
