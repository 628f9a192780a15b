import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { EpisodeCode } from '../model/episode.ts';
import { places, progressScreen } from './progress-screen.ts';
import type { ReaderState } from './state.ts';
import { notify, placeIn, type Step, stepTo } from './step.ts';
import { goTo } from './visits.ts';

/**
 * Asks whether the reader has watched a show up to an episode.
 *
 * @param episode `null`: up to the next one
 */
export function askWatched(
  state: ReaderState,
  show: ShowSummary,
  episode: EpisodeCode | null,
): Step {
  const place = placeIn(state, show.slug);
  const { order } = show;
  if (episode !== null && order.isOpen(episode, place)) {
    return notify(state, `You have already watched ${episode}; W sets how far you have watched`);
  }
  const through = episode ?? order.next(place);
  if (through === null) {
    return notify(
      state,
      order.isListed && place !== null
        ? `You have watched all of ${show.title}`
        : `${show.title} has no list of episodes; W sets a place`,
    );
  }
  return stepTo({
    ...state,
    question: { kind: 'watched', show, through, askedAt: state.lastKeyAt },
  });
}

/** Asks how far the reader has watched, with their place selected; the answer comes back to this screen. */
export function setProgress(state: ReaderState, contents: ShowContents): Step {
  const asked = progressScreen(state, contents, 'back');
  const selected = places(contents).indexOf(placeIn(state, contents.show.slug));
  return goTo(state, { ...asked, selected: Math.max(0, selected) });
}
