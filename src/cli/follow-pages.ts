import { type CrawlProgress, followSite, type PageOutcome } from '../app/follow-site.ts';
import { hostOf } from '../convert/address-host.ts';
import { type PageOptions, pageJson } from './add-pages.ts';
import { ask, canAsk } from './ask.ts';
import { bar } from './bar.ts';
import type { CommandContext, Runtime } from './command.ts';
import { interruptible } from './interruptible.ts';

export interface FollowOptions extends Omit<PageOptions, 'urls' | 'episode'> {
  readonly url: string;
  readonly limit: number;
}

/**
 * `recap add URL --follow`: files a site's recaps of one show, a line for each page. Nothing that is printed names more
 * than codes and hosts.
 */
export async function followPages(context: CommandContext, options: FollowOptions): Promise<void> {
  const { host, output } = context;
  const { url, limit, json } = options;
  if (canAsk(context, options)) {
    const question = `Fetch up to ${limit} pages of ${hostOf(url)}, one a second?`;
    if ((await ask(question, output, host.stdin)) !== 'yes') {
      output.print('Nothing was added.\n');
      return;
    }
  }
  const outcomes: PageOutcome[] = [];
  const onPage = (outcome: PageOutcome, progress: CrawlProgress) => {
    outcomes.push(outcome);
    output.note();
    if (!json) output.print(`${outcomeText(outcome)}\n`);
    if (progress.remaining > 0) output.note(meterText(progress, limit, host));
  };
  let isDone = false;
  try {
    const site = await interruptible(context, (signal) => {
      signal.addEventListener('abort', () => output.note(), { once: true });
      return followSite({ ...options, host, signal, onPage });
    });
    output.note();
    if (!site) return;
    isDone = site.remaining === 0;
    const filed = outcomes.flatMap((outcome) => (outcome.kind === 'filed' ? [outcome.page] : []));
    if (json) {
      const { remaining } = site;
      output.printJson({
        version: 1,
        pages: filed.map(pageJson),
        skipped: skippedJson(outcomes),
        remaining,
      });
    } else {
      output.print(summaryText(site.show, site.host, outcomes));
    }
  } finally {
    output.note();
    if (!isDone && outcomes.length > 0) {
      output.say('there are more pages; run the same command again to go on');
    }
  }
}

/** What became of a page, in codes. */
function outcomeText(outcome: PageOutcome): string {
  if (outcome.kind === 'list') return line('–', 'list of recaps');
  if (outcome.kind === 'skipped') return line(outcome.episode ?? '–', `skipped: ${outcome.reason}`);
  const { gate, name } = outcome.page;
  const what = outcome.kind === 'filed' ? 'filed as' : 'already filed as';
  return line(gate ?? 'peek', `${what} ${name}`);
}

function line(code: string, text: string): string {
  return `  ${code.padEnd(7)}  ${text}`;
}

function meterText(
  { done, remaining }: CrawlProgress,
  limit: number,
  host: Pick<Runtime, 'env'>,
): string {
  const total = Math.min(limit, done + remaining);
  return `${bar(done, total, host)} ${done} of ${total} pages`;
}

function summaryText(
  { slug, title }: { readonly slug: string; readonly title: string },
  host: string,
  outcomes: readonly PageOutcome[],
): string {
  const count = (kind: PageOutcome['kind']) =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  const [filed, already, left] = [count('filed'), count('already-filed'), count('skipped')];
  const notes = [
    ...(already > 0 ? [`${already} already there`] : []),
    ...(left > 0 ? [`${left} skipped`] : []),
  ];
  const more = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  const pages = filed === 1 ? '1 recap' : `${filed} recaps`;
  if (filed === 0) return `No new recaps of ${title} from ${host}${more}.\n`;
  return `Filed ${pages} of ${title} from ${host}${more}. List them with \`recap list ${slug}\`.\n`;
}

/** The pages that were skipped, as `--json` prints them. */
function skippedJson(outcomes: readonly PageOutcome[]) {
  return outcomes.flatMap((outcome) => {
    return outcome.kind === 'skipped'
      ? [{ episode: outcome.episode ?? null, reason: outcome.reason }]
      : [];
  });
}
