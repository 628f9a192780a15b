import { type AddedOther, addOtherShow, mostRecent } from '../app/add-other-shows.ts';
import type { SourceRequest } from '../app/ask-sources.ts';
import type { OtherShow } from '../history/tally.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { addedText, candidateLine, notesOf } from './added-text.ts';
import { ask, canAsk } from './ask.ts';
import type { CommandContext } from './command.ts';
import { interruptible } from './interruptible.ts';
import { SourceMeter } from './source-meter.ts';

/** How the shows of a history are added. */
export interface AddingOptions {
  /** How many of them, the most recent first. */
  readonly count: number;
  /** Adds them without asking. */
  readonly yes: boolean;
  /** Prints nothing to stdout. */
  readonly json: boolean;
  readonly library: readonly string[] | undefined;
  readonly isOffline: boolean;
}

/**
 * Adds shows that a history has and the library does not, after saying which titles are sent.
 *
 * @returns the outcome for each; `undefined` if the user interrupted it
 */
export async function addOtherShows(
  context: CommandContext,
  others: readonly OtherShow[],
  options: AddingOptions,
): Promise<readonly AddedOther[] | undefined> {
  const { host, output } = context;
  const chosen = mostRecent(others, options.count);
  if (chosen.length === 0) {
    output.say('these files have no show that your library does not have');
    return [];
  }
  if (!options.json) {
    const titles = chosen.map(({ name }) => `  ${sanitizeLine(name.title)}\n`);
    output.print(`Adding shows sends their titles to tvmaze.com:\n${titles.join('')}\n`);
  }
  if (!options.yes) {
    const isAsked = canAsk(context, options);
    if (!isAsked) output.say('nothing was added; `--yes` adds them');
    const answer = isAsked ? await ask(`Add ${countOf(chosen)}?`, output, host.stdin) : 'no';
    if (answer === 'interrupted') {
      output.print('\n');
      context.setExitCode(EXIT.interrupted);
      return undefined;
    }
    if (answer === 'no') return [];
  }
  return interruptible(context, (signal) => addEach(context, chosen, options, signal));
}

async function addEach(
  context: CommandContext,
  chosen: readonly OtherShow[],
  { json, library, isOffline }: AddingOptions,
  signal: AbortSignal,
): Promise<readonly AddedOther[]> {
  const { host, output } = context;
  const meter = new SourceMeter({ host, output });
  const report: SourceRequest['report'] = (progress) => meter.show(progress);
  const added: AddedOther[] = [];
  for (const other of chosen) {
    try {
      const found = await addOtherShow(other, { host, library, isOffline, signal, report });
      added.push(found);
      meter.end();
      if (found.kind === 'added') for (const note of notesOf(found.report)) output.say(note);
      if (!json) output.print(outcomeText(found));
    } catch (error) {
      if (signal.aborted || !(error instanceof UserError)) throw error;
      // what was reached for one show is hardly reached for the next
      output.say(error.message);
      context.setExitCode(EXIT.problems);
      break;
    } finally {
      meter.end();
    }
  }
  if (!json) output.print('\n');
  return added;
}

function outcomeText(found: AddedOther): string {
  const title = sanitizeLine(found.title);
  if (found.kind === 'added') return addedText(found.report);
  if (found.kind === 'not-found') return `${title}: not found.\n`;
  const lines = found.candidates.map((candidate) => {
    return `  recap add --id ${candidate.id}  # ${candidateLine(candidate)}\n`;
  });
  return `${title} could be:\n${lines.join('')}`;
}

function countOf({ length }: readonly unknown[]): string {
  return length === 1 ? '1 show' : `${length} shows`;
}
