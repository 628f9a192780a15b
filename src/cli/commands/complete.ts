import { Argument, Option } from 'commander';
import { type Audience, openAudience } from '../../app/audience.ts';
import { openShow } from '../../app/find-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { profileNames } from '../../app/profiles.ts';
import type { ShowContents } from '../../gated/show-contents.ts';
import { UserError } from '../../model/user-error.ts';
import { FOLDERS, PROFILE, SETTINGS } from '../../store/config/settings.ts';
import { homeFolder } from '../../store/disk/surroundings.ts';
import { sanitizeLine } from '../../text/sanitize.ts';
import { listing } from '../../veil/listing.ts';
import type { CommandDefinition, CommandTree, Runtime } from '../command.ts';
import { COMPLETED_SHELLS } from '../completion-scripts.ts';
import { readShellLine, type Shell } from '../shell-line.ts';
import { type PlaceOptions, readTyped, type Typed } from '../unfinished-line.ts';

interface Given {
  /** Those after `recap`; the last one is not finished. With `--line`, one: the whole line. */
  readonly words: readonly string[];
  readonly line?: Shell;
}

/**
 * What the scripts of `recap completion` call: prints what the last word may become, a line each with a description after a
 * tab; or `:files` or `:folders`. Of `--option=value` it is the value. It is what a list would show at the place that
 * the words before it give. Where nothing can be completed it prints nothing, not even on stderr.
 */
const complete: CommandDefinition<Given> = {
  arguments: [new Argument('[words...]')],
  options: [
    new Option(
      '--line <shell>',
      'read the command line up to the cursor as this shell does',
    ).choices(COMPLETED_SHELLS),
  ],
  ignoresSettings: true,
  async run({ host, output, commands }, { words: given, line }) {
    try {
      await host.config.load();
      const words = line ? readShellLine(given[0] ?? '', line, expansions(host)) : given;
      if (!words) return;
      const typed = await readTyped(commands, words);
      const offers = await offersFor(typed, host, commands);
      if (typeof offers === 'string') return output.print(`${offers}\n`);
      const { current } = typed;
      const fitting = offers
        .map(([value, description = '']) => [sameCase(value, current), sanitizeLine(description)])
        .filter(([value = '']) => value.startsWith(current));
      output.print(fitting.map((offer) => `${offer.join('\t')}\n`).join(''));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  },
};

export default complete;

/** What a shell may put in place of the word that is typed, and what it says about it. */
type Offer = readonly [value: string, description?: string];

/** Shells complete names of files and folders themselves. */
type Offers = readonly Offer[] | ':files' | ':folders';

async function offersFor(typed: Typed, host: Runtime, { recap }: CommandTree): Promise<Offers> {
  if ('offers' in typed) return typed.offers;
  if (typed.kind === 'nothing') return [];
  switch (typed.name) {
    case 'file':
    case 'files':
    case 'paths':
      return ':files';
    case 'folder':
      return ':folders';
    case 'command':
      return recap
        .createHelp()
        .visibleCommands(recap)
        .map((command) => [command.name(), command.description()]);
    case 'show':
      return (await openLibrary(typed.options.library, host).listShows()).map(({ slug, title }) => [
        slug,
        title,
      ]);
    case 'recap':
      return recaps(host, typed.options, typed.show);
    case 'episode':
      return episodes(host, typed.options, typed.show);
    case 'profile':
      return profileNames(host).map((name) => [name] as const);
    case 'values':
      return settingValues(host, typed.before);
    default:
      return [];
  }
}

function expansions(host: Runtime) {
  return { env: host.env, home: homeFolder(host) };
}

/** What `recap config set SETTING` may set. */
function settingValues(host: Runtime, [action, name, ...values]: readonly string[]): Offers {
  const setting = SETTINGS.find((known) => known.name === name);
  if (action !== 'set' || !setting || (values.length > 0 && !setting.isList)) return [];
  if (setting === FOLDERS) return ':folders';
  const names = setting === PROFILE ? profileNames(host) : setting.choices;
  return names.map((name) => [name] as const);
}

/** A show's recaps by episode or slug, with the titles that a list would show. */
async function recaps(host: Runtime, options: PlaceOptions, query?: string): Promise<Offer[]> {
  const opened = await open(host, options, query);
  if (!opened) return [];
  const { contents, audience } = opened;
  return listing(contents, audience.reader(contents.show)).map(({ episode, slug, title }) => {
    return [episode ?? slug, title ?? ''];
  });
}

/** A show's episodes. Those without a recap have no title here, as in the list. */
async function episodes(host: Runtime, options: PlaceOptions, query?: string): Promise<Offer[]> {
  const opened = await open(host, options, query);
  if (!opened) return [];
  const { contents, audience } = opened;
  const titles = new Map(
    listing(contents, audience.reader(contents.show)).map(({ episode, title }) => [episode, title]),
  );
  const { codes } = contents.show.order;
  return [...codes.map((code): Offer => [code, titles.get(code) ?? '']), ['none', 'not started']];
}

async function open(
  host: Runtime,
  options: PlaceOptions,
  query: string | undefined,
): Promise<{ contents: ShowContents; audience: Audience } | undefined> {
  if (query === undefined) return undefined;
  const contents = await openShow(openLibrary(options.library, host), query);
  return { contents, audience: openAudience(host, options) };
}

/** A value in lower case if that is how its beginning was typed, as shells compare letter by letter. */
function sameCase(value: string, current: string): string {
  const isLower = current !== '' && current === current.toLowerCase();
  return isLower ? value.toLowerCase() : value;
}
