import { pairService } from '../app/sync-services.ts';
import { isLoopback } from '../http/address.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { SyncService } from '../sync/service.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { askPassword } from './ask.ts';
import type { CommandContext } from './command.ts';

/** What the user says about a service that is to be set up. */
export interface ServiceSetup {
  readonly service: SyncService;
  /** The server's address, as it was typed. */
  readonly url: string;
  readonly isOffline: boolean;
  readonly signal: AbortSignal;
}

/**
 * Sets up a service at a server. A password that belongs to the name in the address is asked for, so that it does not
 * end up in the shell's history.
 *
 * @throws {UserError}; any error if the signal was aborted
 */
export async function setUpService(
  context: CommandContext,
  { service, url: written, isOffline, signal }: ServiceSetup,
): Promise<StoredAccount> {
  const { host, output } = context;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UserError(`\`--url\` takes a whole address, such as ${service.example}`, EXIT.usage);
  }
  const showCode = (code: string) => {
    output.printError(
      `Enter this code in ${service.title}, under your user's settings, Quick Connect: ${sanitizeLine(code)}\nWaiting… press Ctrl-C to cancel.\n`,
    );
  };
  const withPassword = async (at: URL) => {
    if (!service.takesPassword || at.username === '' || at.password !== '') return at;
    const complete = new URL(at);
    complete.password = encodeURIComponent(await passwordFor(at, context, signal));
    return complete;
  };
  const questions = { showCode, withPassword };
  const account = await pairService(service, url, questions, { host, isOffline, signal });
  const name = account.userName === null ? '' : ` for ${sanitizeLine(account.userName)}`;
  output.say(`${service.title} at ${url.host} is set up${name}`);
  if (url.protocol === 'http:' && !isLoopback(url)) {
    output.say(
      'it is reached by plain http, so others on your network could read what is sent, credentials included',
    );
  }
  return account;
}

/** The variable that holds the password, for scripts. */
const VARIABLE = 'RECAP_SYNC_PASSWORD';

/** The password from the environment, the terminal, or the first line of standard input. @throws {UserError} */
async function passwordFor(
  { username, host: server }: URL,
  { host, output }: CommandContext,
  signal: AbortSignal,
): Promise<string> {
  const given = host.env[VARIABLE];
  if (given) return given;
  const question = `Password for ${username}@${server} (not shown)`;
  const password = await askPassword(question, output, host.stdin, signal);
  if (password !== undefined) return password;
  throw new UserError(
    `no password for ${server}; enter it when asked, pass it on standard input, or set \`${VARIABLE}\``,
    EXIT.usage,
  );
}
