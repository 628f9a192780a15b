import type { SourceRequest } from '../app/ask-sources.ts';
import type { Host } from '../app/host.ts';
import { isAddress } from '../app/page-address.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { UserError } from '../model/user-error.ts';
import type { ShowSource } from '../reader/show-source.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import { addedText, candidateLine, notesOf } from './added-text.ts';
import type { LibraryOptions } from './options.ts';

/**
 * Where the reader adds shows from: the same sources and steps as `recap add`, loaded when they are needed.
 *
 * @param reload opens the library again, with what was added
 * @param progressOf how far the reader has watched a show
 */
export function showSource(
  host: Host,
  { library }: LibraryOptions,
  reload: () => Promise<readonly ShowSummary[]>,
  progressOf: (show: ShowSummary) => ShowProgress,
): ShowSource {
  const request = async (signal: AbortSignal, report: (doing: string) => void) => {
    const { SOURCES } = await import('../sources/sources.ts');
    return {
      host,
      library,
      isOffline: false,
      signal,
      report: ({ source, what, done, total }: Parameters<Report>[0]) => {
        const from = SOURCES.find(({ name }) => name === source)?.title ?? source;
        const count = total > 1 ? ` (${done} of ${total})` : '';
        report(`Fetching ${what} from ${from}${count}`);
      },
    };
  };
  return {
    async search(title, signal, report) {
      const { showIdIn } = await import('../sources/show-id.ts');
      const id = showIdIn(title);
      if (id !== undefined) return [{ id, line: id }];
      // an address is not sent to a search
      if (isAddress(title)) throw new UserError(PAGE);
      const { findCandidates } = await import('../app/add-show.ts');
      const found = await findCandidates(title, await request(signal, report));
      return found.map((candidate) => ({ id: candidate.id, line: candidateLine(candidate) }));
    },
    async add(id, signal, report) {
      const { addShow } = await import('../app/add-show.ts');
      const added = await addShow(id, false, await request(signal, report));
      const shows = await reload();
      const show = shows.find(({ slug }) => slug === added.slug);
      if (!show) throw new UserError('the show was added, and cannot be found in the library');
      const [note] = notesOf(added);
      return {
        slug: added.slug,
        shows,
        progress: progressOf(show),
        notice: note ?? addedText(added).split('\n')[0] ?? '',
      };
    },
  };
}

const PAGE = 'That is a page; add it with `recap add`';

type Report = SourceRequest['report'];
