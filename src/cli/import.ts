import type { Show } from '../gated/show.ts';
import { Matcher } from '../history/match.ts';
import { propose } from '../history/propose.ts';
import type { History } from '../history/row.ts';
import { tally } from '../history/tally.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Outcome } from '../store/progress/log.ts';
import { foldName } from '../text/fold.ts';
import { ask } from './ask.ts';
import { readHistoryFile } from './history-file.ts';
import { type Plan, reportJson, reportText } from './import-report.ts';
import { Meter } from './meter.ts';
import { requireRecorded } from './recorded.ts';
import type { Session } from './session.ts';

interface ImportOptions {
  /** Sets what is proposed without asking. */
  readonly yes?: boolean;
  /** This show alone. */
  readonly show?: string;
  /** Whose plays, in the export of an account with several profiles. */
  readonly viewer?: string;
}

/**
 * `recap import FILE…`: what watch histories say about the reader's places, as one union. Places are raised
 * with `--yes`, or when the reader says so; a place is lowered only when the reader says so.
 *
 * @throws {UserError}
 */
export async function importHistory(
  session: Session,
  files: readonly string[],
  { yes = false, show: query, viewer }: ImportOptions,
): Promise<void> {
  if (session.companions.length > 0) {
    throw new UserError('with `--with` nothing is recorded; leave it out to import', EXIT.usage);
  }
  const only = query === undefined ? undefined : (await session.shelf(query)).show;
  const meter = new Meter(session.output);
  meter.begin('reading');
  const read = files.map((file) => readHistoryFile(file, meter.tick));
  const histories = ofViewer(
    read.map(({ history }) => history),
    viewer,
  );
  const shows = (await session.library.shelves()).map(({ show }) => show);
  meter.begin('matching');
  const counted = tally(histories, new Matcher(shows, only), meter.tick);
  meter.end();
  session.reportProblems(only);
  if (!only && counted.entries > 0 && histories.every(isNameless)) {
    throw new UserError(
      'no show is named in there; say which it is with `--show SHOW`',
      EXIT.usage,
    );
  }

  if (session.progress.problems.some(({ kind }) => kind === 'unreadable')) {
    throw new UserError('where you are cannot be told, so that nothing is proposed');
  }
  const shapes = [...new Set(read.map(({ shape }) => shape))];
  const plans = counted.shows
    .filter(({ show }) => only === undefined || show === only)
    .map((tally) => ({
      show: tally.show,
      tally,
      proposal: propose(tally.show.order, session.standing(tally.show), tally),
    }))
    .sort((a, b) => (a.show.slug < b.show.slug ? -1 : 1));
  const { output } = session;
  if (session.options.json) {
    const set = yes ? raise(session, plans) : new Set<Show>();
    output.printJson(reportJson(plans, counted, shapes, set));
    return;
  }
  output.print(reportText(plans, counted, shapes));
  await settle(session, plans, yes);
}

/** Sets what is to be set, after asking where that can be done. @throws {UserError} */
async function settle(session: Session, plans: readonly Plan[], yes: boolean): Promise<void> {
  const { output } = session;
  const raised = plans.filter(({ proposal }) => proposal.kind === 'raise').length;
  const again = plans.filter(({ proposal }) => proposal.kind === 'again');
  const places = raised === 1 ? '1 place' : `${raised} places`;
  const canAsk = output.isTerminal && process.stdin.isTTY === true;
  if (raised === 0) output.print('\nThere is no place to set.\n');
  else if (yes) sayRaised(session, raise(session, plans));
  else if (!canAsk) output.say(`nothing has been set; \`--yes\` sets ${places}`);
  else {
    output.print('\n');
    const answer = await ask(`Set ${places}?`, output);
    if (answer === 'interrupted') return interrupted(session);
    if (answer === 'yes') sayRaised(session, raise(session, plans));
    else output.print('Nothing has been set.\n');
  }
  if (yes || !canAsk) return;
  for (const { show, proposal } of again) {
    const back = proposal.proposed ?? 'the start';
    const answer = await ask(`Go back to ${back} in ${show.title}?`, output);
    if (answer === 'interrupted') return interrupted(session);
    if (answer === 'no') continue;
    requireRecorded(
      session,
      show,
      session.progress.goBack(show.slug, show.order, proposal.proposed),
    );
    output.print(`${show.title}: back to ${back}.\n`);
  }
}

/** Records every place that is to be raised. @returns the shows whose place was @throws {UserError} */
function raise(session: Session, plans: readonly Plan[]): Set<Show> {
  const set = new Set<Show>();
  for (const { show, proposal } of plans) {
    if (proposal.kind !== 'raise') continue;
    const outcome: Outcome = session.progress.confirm(show.slug, show.order, proposal.proposed);
    requireRecorded(session, show, outcome);
    set.add(show);
  }
  return set;
}

function sayRaised({ output }: Session, { size }: ReadonlySet<Show>): void {
  const places = size === 1 ? '1 place is set' : `${size} places are set`;
  output.print(`\n${places}; \`recap watched SHOW --undo\` takes it back.\n`);
}

function interrupted({ output }: Session): void {
  output.print('\n');
  process.exitCode = EXIT.interrupted;
}

function isNameless({ rows, bare }: History): boolean {
  return bare.length === 0 && rows.every((row) => row.kind === 'numbered' && row.show === null);
}

/**
 * The plays of one viewer; those of a file that tells no viewers stay. Plays of several people are never
 * taken together, as none of them may have watched it all.
 *
 * @throws {UserError} which names nobody
 */
function ofViewer(histories: readonly History[], viewer: string | undefined): History[] {
  const rows = histories.flatMap(({ rows }) => rows);
  const viewers = new Set(rows.flatMap(({ viewer }) => (viewer ? [viewer] : [])));
  if (viewer === undefined) {
    if (viewers.size <= 1) return [...histories];
    throw new UserError(
      `these are the plays of ${viewers.size} profiles; say whose to read with \`--viewer NAME\``,
      EXIT.usage,
    );
  }
  const wanted = foldName(viewer);
  if (![...viewers].some((name) => foldName(name) === wanted)) {
    throw new UserError('there is no profile of that name in there', EXIT.usage);
  }
  return histories.map((history) => ({
    ...history,
    rows: history.rows.filter((row) => !row.viewer || foldName(row.viewer) === wanted),
  }));
}
