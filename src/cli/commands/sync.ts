import { Argument, Option } from 'commander';
import { type Audience, openAudience } from '../../app/audience.ts';
import { openShow } from '../../app/find-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { planPlaces } from '../../app/plan-places.ts';
import { readServices, revokeAccount, type SyncedService } from '../../app/sync-services.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { Accounts, type StoredAccount } from '../../store/accounts.ts';
import type { SyncService } from '../../sync/service.ts';
import { SYNC_SERVICES } from '../../sync/services.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { reportJson, reportText } from '../import-report.ts';
import { interruptible } from '../interruptible.ts';
import { LIBRARY_OPTION, type LibraryOptions, PROFILE_OPTION } from '../options.ts';
import { setUpService } from '../set-up-service.ts';
import { raisePlaces, requireProgress, settlePlaces } from '../settle-places.ts';
import { OFFLINE_OPTION } from '../source-options.ts';

interface Given extends LibraryOptions {
  readonly service?: string;
  /** Sets the service up at this server. */
  readonly url?: string;
  readonly forget?: boolean;
  readonly yes?: boolean;
  /** Only this show. */
  readonly show?: string;
  readonly offline?: boolean;
  readonly profile?: string;
  readonly json?: boolean;
}

const NAMES = SYNC_SERVICES.map(({ name }) => name);

/** What media servers say about the reader's progress. It is set with `--yes` or when the reader says so. */
const sync: CommandDefinition<Given> = {
  arguments: [new Argument('[service]', 'only this service').choices(NAMES)],
  options: [
    new Option('--url <url>', 'set up the service at this address'),
    new Option('--forget', 'remove the service, and delete and revoke its credentials'),
    new Option('-y, --yes', 'set the proposed progress without asking'),
    new Option('--show <show>', 'sync only this show'),
    OFFLINE_OPTION,
    LIBRARY_OPTION,
    PROFILE_OPTION,
  ],
  json: {
    version: '1',
    services: 'the services that were asked, and what came of it',
    entries: 'how many entries were read, and what came of them',
    shows: 'the progress that is proposed for each show',
    forgotten: 'with `--forget`, the service that was removed',
    revoked: 'with `--forget`, whether the service has revoked its credentials',
  },
  examples: SYNC_SERVICES.map(({ name, title, example }) => ({
    does: `Set up ${title}`,
    command: `recap sync ${name} --url ${example}`,
  })).concat([
    { does: 'See what your services propose, and be asked', command: 'recap sync' },
    { does: 'Set the proposed progress', command: 'recap sync --yes' },
  ]),
  notes:
    'A rewatch, or an episode that is no longer marked as watched, never lowers your progress.\nOnly your own servers are asked. Credentials are kept with your progress, in a file that only you can read.',
  async run(context, given) {
    const { output } = context;
    const service = SYNC_SERVICES.find(({ name }) => name === given.service);
    requireService(given, service);
    const kept = accountsOf(context, given.profile);
    if (given.forget && service) return forgetService(context, service, kept, given);
    const done = await interruptible(context, async (signal) => {
      const library = openLibrary(given.library, context.host);
      const only =
        given.show === undefined ? undefined : (await openShow(library, given.show)).show;
      const isOffline = given.offline ?? false;
      if (given.url !== undefined && service) {
        kept.requireWritable();
        const { url } = given;
        const earlier = kept.all().find((account) => account.service === service.name);
        kept.set(await setUpService(context, { service, url, isOffline, signal }));
        if (earlier) await revokeEarlier(context, service, earlier, { isOffline, signal });
      }
      const accounts = kept.all().filter((account) => !service || account.service === service.name);
      if (accounts.length === 0) throw new UserError(notSetUp(service), EXIT.usage);
      const shows = await library.readShows();
      const options = { host: context.host, isOffline, signal };
      return { only, ...(await readServices(accounts, shows, options)) };
    });
    if (!done) return;
    const { only, counted, services } = done;
    for (const { service, message } of services) {
      if (message === null) continue;
      output.say(`${service.title}: ${message}`);
      context.setExitCode(EXIT.problems);
    }
    const audience = requireProgress(context, given.profile);
    const plans = planPlaces(audience, counted.shows, only);
    const read = { formats: readOnes(services), files: 0, leftOut: [], canAdd: false };
    if (given.json) {
      const set = given.yes ? raisePlaces(audience, plans) : new Set<never>();
      const { entries, shows } = reportJson(plans, counted, read, set);
      output.printJson({ version: 1, services: services.map(serviceJson), entries, shows });
      return;
    }
    if (read.formats.length === 0) return;
    output.print(reportText(plans, counted, read));
    await settlePlaces(context, audience, plans, given.yes ?? false);
  },
};

export default sync;

/** @throws {UserError} if an option needs a service, or does not go with another one */
function requireService({ url, forget }: Given, service: SyncService | undefined): void {
  if (!service && (url !== undefined || forget)) {
    const option = forget ? '--forget' : '--url';
    throw new UserError(`name the service with \`${option}\`: ${NAMES.join(' or ')}`, EXIT.usage);
  }
  if (url !== undefined && forget) {
    throw new UserError('use `--url` or `--forget`, not both', EXIT.usage);
  }
}

/** The services that this profile has set up. @throws {UserError} without a place to keep them */
function accountsOf({ host }: CommandContext, profile: string | undefined): Accounts {
  const audience: Audience = openAudience(host, { ...(profile !== undefined && { profile }) });
  if (audience.folder === undefined) throw new UserError(audience.noFolder ?? '');
  return new Accounts(audience.folder);
}

/** Revokes the credentials of a service that was set up again. */
async function revokeEarlier(
  { host, output }: CommandContext,
  service: SyncService,
  earlier: StoredAccount,
  options: { readonly isOffline: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const failure = await revokeAccount(earlier, service, { host, ...options });
  if (failure === null) return;
  output.say(
    `${service.title} has not revoked the earlier access (${failure}); delete the older device "recap" in its dashboard`,
  );
}

/** Deletes the credentials, then asks the service to revoke them. @throws {UserError} if they cannot be deleted */
async function forgetService(
  context: CommandContext,
  service: SyncService,
  kept: Accounts,
  { offline: isOffline = false, json }: Given,
): Promise<void> {
  const { host, output } = context;
  const { name, title } = service;
  const account = kept.forget(name);
  let revoked: boolean | null = null;
  if (account && service.revoke) {
    const failure = await interruptible(context, (signal) =>
      revokeAccount(account, service, { host, isOffline, signal }),
    );
    revoked = failure === null;
    if (!revoked) {
      if (failure !== undefined) context.setExitCode(EXIT.problems);
      const why = failure === undefined ? '' : ` (${failure})`;
      output.say(
        `${title} has not revoked this device's access${why}; delete the device "recap" in its dashboard`,
      );
    }
  }
  if (json) return output.printJson({ version: 1, forgotten: account ? name : null, revoked });
  output.print(`${title}: ${account ? 'forgotten' : 'was not set up'}.\n`);
}

function notSetUp(service: SyncService | undefined): string {
  const { name, title, example } = service ??
    SYNC_SERVICES[0] ?? { name: '', title: '', example: '' };
  const what = service ? `${title} is not set up` : 'no service is set up';
  return `${what}; set one up with \`recap sync ${name} --url ${example}\``;
}

function readOnes(services: readonly SyncedService[]): { readonly name: string }[] {
  return services.flatMap(({ service, message }) => {
    return message === null ? [{ name: service.title }] : [];
  });
}

function serviceJson({ service, host, message }: SyncedService) {
  return { service: service.name, host, outcome: message === null ? 'read' : 'failed', message };
}
