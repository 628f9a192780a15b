import { filePage, type PageRequest, type PlannedPage, planPage } from '../app/add-page.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { errno } from '../store/disk/errno.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import { ask, canAsk } from './ask.ts';
import type { CommandContext } from './command.ts';
import { interruptible } from './interruptible.ts';

/** What the user says about pages that are to be added. */
export interface PageOptions extends Omit<PageRequest, 'url' | 'host' | 'signal'> {
  readonly urls: readonly string[];
  /** Files them without asking, and replaces one that was filed before. */
  readonly yes: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * `recap add URL…`: fetches pages, shows what they would become, and files them. One that fails does not keep the others
 * from being filed. Nothing that is printed names more than codes and hosts.
 */
export async function addPages(context: CommandContext, options: PageOptions): Promise<void> {
  const { output, setExitCode } = context;
  const filed: PlannedPage[] = [];
  await interruptible(context, async (signal) => {
    for (const url of options.urls) {
      try {
        const page = await planPage({ ...options, url, host: context.host, signal });
        if (await isFiled(context, page, options)) filed.push(page);
      } catch (error) {
        if (signal.aborted || !(error instanceof UserError) || error.exitCode === EXIT.usage)
          throw error;
        output.say(error.message);
        setExitCode(EXIT.problems);
      }
    }
  });
  if (options.json) output.printJson({ version: 1, pages: filed.map(pageJson) });
}

/** Shows what a page would become, asks where somebody can answer, and files it. @throws {UserError} */
async function isFiled(
  context: CommandContext,
  page: PlannedPage,
  options: PageOptions,
): Promise<boolean> {
  const { host, output } = context;
  const { force, json } = options;
  const isAsked = canAsk(context, options);
  if (!json) output.print(plannedText(page));
  if (page.isFiled && !force && !isAsked) {
    throw new UserError(`${page.host}: this page was already added; \`--force\` replaces it`);
  }
  if (isAsked) {
    const question = page.isFiled ? 'Already added. Replace it?' : 'File it?';
    if ((await ask(question, output, host.stdin)) !== 'yes') {
      output.print('Nothing was added.\n');
      return false;
    }
  }
  try {
    filePage(page);
  } catch (error) {
    throw new UserError(
      `${page.host}: the recap could not be written: ${fileErrorWords(errno(error))}`,
    );
  }
  if (!json) output.print(`Filed. Read it with \`recap read ${page.show.slug} ${page.name}\`.\n`);
  return true;
}

/** What a page would become, in codes and hosts. */
function plannedText({ host, show, kind, gate, sections }: PlannedPage): string {
  const as = kind === 'episode' ? `the recap of ${gate}` : 'an article';
  const whole = gate === null ? 'only a peek opens it' : `all of it waits for ${gate}`;
  const parts = sections.map((section) => section ?? 'a peek');
  const own = parts.length === 0 ? '' : `Sections with gates of their own: ${parts.join(', ')}.\n`;
  return `${show.title}, from ${host}: ${as}; ${whole}.\n${own}`;
}

/** A page as `--json` prints it. */
export function pageJson(page: Omit<PlannedPage, 'path' | 'text'>) {
  const { host, show, kind, gate, sections, name } = page;
  return { host, show, kind, after: gate, sections, slug: name };
}
