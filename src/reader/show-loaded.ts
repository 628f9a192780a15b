import type { RecapOrStory } from '../veil/story.ts';
import { setProgress } from './ask-watched.ts';
import type { Message } from './message.ts';
import { findNews } from './news.ts';
import { isAsked, progressScreen } from './progress-screen.ts';
import type { ReaderState } from './state.ts';
import { notify, type Step, stepTo } from './step.ts';
import { open, showScreen } from './visits.ts';

/** Opens what a show was read for. How far it has been watched is asked first where that is not known. */
export function showLoaded(
  before: ReaderState,
  { contents, target }: Extract<Message, { type: 'show-loaded' }>,
): Step {
  const history = before.work?.history ?? before.history;
  const state = { ...before, work: null };
  const news = findNews(state, contents);
  if (target.kind === 'progress') {
    const asked = setProgress(state, contents);
    return { ...asked, state: { ...asked.state, history } };
  }
  const { introduction, recaps, show } = contents;
  const all = introduction ? [introduction, ...recaps] : recaps;
  const recap: RecapOrStory | undefined =
    target.kind === 'story'
      ? { length: target.length }
      : target.kind === 'recap'
        ? all.find(({ head }) => head.slug === target.slug)
        : undefined;
  if (target.kind === 'recap' && !recap) return notify(state, 'This recap is no longer there');
  const position = target.kind === 'recap' ? target.position : undefined;
  if (isAsked(state, show.slug)) {
    const screen = progressScreen(state, contents, recap ?? null, position);
    return stepTo({ ...state, history, screen });
  }
  if (recap) return open(state, contents, recap, position, history);
  const selected = target.kind === 'list' ? target.selected : undefined;
  return stepTo({ ...state, history, screen: showScreen(state, contents, selected) }, ...news);
}
