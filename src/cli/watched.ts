import type { ShowSummary } from '../gated/show.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { UndoOutcome } from '../store/progress/log.ts';
import { listShows } from './list.ts';
import { progressText, watchedJson } from './progress-text.ts';
import { requireRecorded } from './recorded.ts';
import { readEpisode, type Session } from './session.ts';

interface WatchedOptions {
  /** Back to the start. */
  readonly none?: boolean;
  /** Take the last change back. */
  readonly undo?: boolean;
}

/** `recap watched [SHOW [EPISODE]]`: says how far the reader has watched, or sets it. @throws {UserError} */
export async function watched(
  session: Session,
  query: string | undefined,
  episode: string | undefined,
  { none = false, undo = false }: WatchedOptions,
): Promise<void> {
  const changes = [none && '`--none`', undo && '`--undo`', episode !== undefined && 'an episode'];
  const given = changes.filter((change) => change !== false);
  if (given.length > 1) {
    throw new UserError(`${given.join(' and ')} do not go together; choose one`, EXIT.usage);
  }
  if (given.length > 0 && session.companions.length > 0) {
    throw new UserError('with `--with` nothing is recorded; leave it out to record', EXIT.usage);
  }
  if (query === undefined) {
    if (given.length > 0) throw new UserError(`${given[0]} needs a show before it`, EXIT.usage);
    return listShows(session);
  }
  const show = await session.show(query);
  session.reportProblems(show);
  if (undo) settle(session, show, session.progress.undo(show.slug, show.order));
  else if (none || episode?.toLowerCase() === 'none')
    settle(session, show, session.progress.goBack(show.slug, show.order, null));
  else if (episode !== undefined) {
    const through = readEpisode(episode, show);
    const { progress } = session;
    // forward is a confirmation, which other devices' confirmations may exceed; back is a new beginning
    const isBack = show.order.isOpen(through, session.standing(show).through);
    const isAsked = session.standing(show).shouldAsk;
    settle(
      session,
      show,
      isBack || isAsked
        ? progress.goBack(show.slug, show.order, through)
        : progress.confirm(show.slug, show.order, through),
    );
  } else say(session, show);
}

/** Says what came of a change. @throws {UserError} where it could not be recorded */
function settle(session: Session, show: ShowSummary, outcome: UndoOutcome): void {
  if (outcome.kind === 'nothing-to-undo') {
    throw new UserError(`there is no change of ${show.title} on this device to take back`);
  }
  requireRecorded(session, show, outcome);
  say(session, show);
}

function say(session: Session, show: ShowSummary): void {
  const { through: own, shouldAsk } = session.standing(show);
  const through = session.together(show, own);
  if (session.options.json) {
    const { slug, title } = show;
    session.output.printJson({
      version: 1,
      shows: [{ slug, title, watched: watchedJson(show, through) }],
    });
    return;
  }
  const words = progressText(show, through);
  const place = through === null ? '' : ` (through ${through})`;
  session.output.print(`${show.title}: ${words}${place}\n`);
  // a record that cannot be read is asked about as well, but that has been said
  if (shouldAsk && !session.progress.problems.some(({ kind }) => kind === 'unreadable')) {
    session.output.say(
      `your devices do not agree how far you are in ${show.title}; say it with \`recap watched ${show.slug} EPISODE\``,
    );
  }
}
