import { type Audience, openAudience } from '../app/audience.ts';
import type { Plan } from '../app/plan-places.ts';
import { requireRecorded } from '../app/require-recorded.ts';
import { setProgress } from '../app/set-progress.ts';
import type { Show } from '../gated/show.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Output } from '../terminal/output.ts';
import { ask, canAsk } from './ask.ts';
import type { CommandContext } from './command.ts';

/** The progress that proposals are made for. @throws {UserError} if it cannot be read */
export function requireProgress(
  { host, output }: CommandContext,
  profile: string | undefined,
): Audience {
  const audience = openAudience(host, { ...(profile !== undefined && { profile }) });
  for (const notice of audience.notices) output.say(notice);
  if (audience.progress.problems.some(({ kind }) => kind === 'unreadable')) {
    throw new UserError('your progress is unknown, so nothing is proposed');
  }
  return audience;
}

/** Sets the proposed progress, after asking if somebody can answer. @throws {UserError} */
export async function settlePlaces(
  context: CommandContext,
  audience: Audience,
  plans: readonly Plan[],
  yes: boolean,
): Promise<void> {
  const { host, output } = context;
  const raised = plans.filter(({ proposal }) => proposal.kind === 'raise').length;
  const again = plans.filter(({ proposal }) => proposal.kind === 'again');
  if (raised === 0) output.print('\nNo progress to set.\n');
  else if (yes) sayRaised(output, raisePlaces(audience, plans));
  else if (!canAsk(context)) output.say(`nothing was set; \`--yes\` sets ${progressIn(raised)}`);
  else {
    output.print('\n');
    const answer = await ask(`Set ${progressIn(raised)}?`, output, host.stdin);
    if (answer === 'interrupted') return interrupted(context);
    if (answer === 'yes') sayRaised(output, raisePlaces(audience, plans));
    else output.print('Nothing was set.\n');
  }
  if (yes || !canAsk(context)) return;
  for (const { show, proposal } of again) {
    const back = proposal.proposed ?? 'the start';
    const answer = await ask(`Go back to ${back} in ${show.title}?`, output, host.stdin);
    if (answer === 'interrupted') return interrupted(context);
    if (answer === 'no') continue;
    setProgress(audience, show, proposal.proposed);
    output.print(`${show.title}: back to ${back}.\n`);
  }
}

/** Records the proposals that raise the progress. @returns the shows they are for @throws {UserError} */
export function raisePlaces(audience: Audience, plans: readonly Plan[]): Set<Show> {
  const set = new Set<Show>();
  for (const { show, proposal } of plans) {
    if (proposal.kind !== 'raise') continue;
    const outcome = audience.progress.confirm(show, proposal.proposed);
    requireRecorded(audience, show, outcome);
    set.add(show);
  }
  return set;
}

function sayRaised(output: Output, { size }: ReadonlySet<Show>): void {
  output.print(`\nSet ${progressIn(size)}. To undo: recap watched SHOW --undo\n`);
}

function progressIn(shows: number): string {
  return `your progress in ${shows === 1 ? '1 show' : `${shows} shows`}`;
}

function interrupted({ output, setExitCode }: CommandContext): void {
  output.print('\n');
  setExitCode(EXIT.interrupted);
}
