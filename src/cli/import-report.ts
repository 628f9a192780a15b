import type { AddedOther } from '../app/add-other-shows.ts';
import type { ReadHistories } from '../app/import-histories.ts';
import type { Plan } from '../app/plan-places.ts';
import { watchedJson } from '../app/show-json.ts';
import type { Show } from '../gated/show.ts';
import type { HistoryFormat } from '../history/format.ts';
import type { Gap, Proposal } from '../history/propose.ts';
import type { ShowTally } from '../history/show-count.ts';
import type { Tally } from '../history/tally.ts';
import type { Place } from '../model/order.ts';
import { alignRows } from '../render/rows.ts';
import { truncate } from '../text/columns.ts';

/** What was read, as far as the report says. */
interface ReadFiles extends Pick<ReadHistories, 'files' | 'leftOut'> {
  readonly formats: readonly Pick<HistoryFormat, 'name'>[];
  /** Shows that the library does not have can be added by `--add`. */
  readonly canAdd?: boolean;
}

/** Leaves room for the places and the reason in 80 columns. */
const TITLE_COLUMNS = 28;

/** The report: what was read, a table of places, and what only the reader can answer. Codes, never titles of episodes. */
export function reportText(plans: readonly Plan[], tally: Tally, read: ReadFiles): string {
  const parts = [readText(tally, read)];
  if (plans.length > 0) {
    const rows = plans.map(({ show, tally, proposal }) => [
      truncate(show.title, TITLE_COLUMNS, '…'),
      placeWords(proposal.now),
      proposedWords(proposal),
      why(proposal, tally),
    ]);
    parts.push(indented(alignRows([['Show', 'Now', 'Proposed', 'Why'], ...rows])));
  }
  parts.push(...plans.flatMap((plan) => questions(plan)));
  if (read.canAdd !== false && tally.otherShows.length > 0)
    parts.push(addingText(tally.otherShows.length));
  return parts.join('\n');
}

/** The same for programs. @param set the shows whose place has been set */
export function reportJson(
  plans: readonly Plan[],
  tally: Tally,
  { formats, files, leftOut: leftOutFiles }: ReadFiles,
  set: ReadonlySet<Show>,
  added: readonly AddedOther[] = [],
) {
  const { entries, episodes, unclear, elsewhere, otherShows, leftOut } = tally;
  return {
    version: 1,
    shapes: formats.map(({ name }) => name),
    files: {
      read: files,
      leftOut: leftOutFiles.map(({ label, reason }) => ({ file: label, why: reason.kind })),
    },
    entries: {
      read: entries,
      episodes,
      unclear,
      elsewhere,
      otherShows: otherShows.length,
      leftOut,
    },
    shows: plans.map(({ show, tally, proposal }) => ({
      slug: show.slug,
      title: show.title,
      watched: watchedJson(show, set.has(show) ? proposal.proposed : proposal.now),
      was: proposal.now,
      proposed: proposal.proposed,
      kind: proposal.kind,
      why: why(proposal, tally),
      gap: proposal.gap,
      begunAgain: proposal.kind === 'again' ? day(proposal.since) : null,
      unclear: tally.unclear,
      set: set.has(show),
    })),
    added: added.map((other) => ({
      title: other.title,
      outcome: other.kind,
      slug: other.kind === 'added' ? other.report.slug : null,
      candidates: other.kind === 'several' ? other.candidates.map(({ id }) => id) : [],
    })),
  };
}

function readText(tally: Tally, { formats, leftOut: leftOutFiles }: ReadFiles): string {
  const { entries, episodes, unclear, elsewhere, otherShows, leftOut } = tally;
  const shows = otherShows.length === 1 ? '1 show' : `${otherShows.length} shows`;
  const others = otherShows.length === 0 ? 'films, or of shows' : `films, or of ${shows}`;
  const names = formats.map(({ name }) => name).join(', ');
  const lines: [number, string][] = [
    [entries, `${entries === 1 ? 'entry' : 'entries'} read (${names})`],
    [episodes, 'of episodes in your library'],
    [unclear, 'of shows in your library, but recap cannot tell the episode'],
    [elsewhere, `of ${others} that your library does not have`],
    [leftOut, 'no watched episodes: trailers, short plays, films, not watched'],
    [leftOutFiles.length, leftOutFiles.length === 1 ? 'file left out' : 'files left out'],
  ];
  const width = String(Math.max(entries, leftOutFiles.length)).length;
  const shown = lines.filter(([count], index) => index < 2 || count > 0);
  return indented(shown.map(([count, words]) => `${String(count).padStart(width)} ${words}`));
}

function why(proposal: Proposal, { episodes, unclear, isBare, counted }: ShowTally): string {
  const { kind, gap } = proposal;
  if (kind === 'unsettled') return 'your progress is not certain';
  if (kind === 'again') return `begun again on ${day(proposal.since)}`;
  if (gap && counted !== null && gap.last === counted)
    return 'only the number of episodes is known';
  if (gap) return `${rangeWords(gap)} ${gap.count === 1 ? 'is' : 'are'} missing`;
  if (kind === 'raise') return 'all episodes up to there';
  if (isBare && episodes.size === 0) return 'no episodes, only the show';
  if (unclear > 0 && episodes.size === 0) return 'no episode recognized';
  if (proposal.now === null) return 'the first episode is missing';
  return 'nothing beyond that';
}

/** What only the reader can answer, with what to do then. */
function questions({ show, proposal }: Plan): string[] {
  const { kind, gap } = proposal;
  if (kind === 'again') {
    const back = proposal.proposed ?? '--none';
    return [
      `You began ${show.title} again on ${day(proposal.since)}. To go back and hide the rest again:\n  recap watched ${show.slug} ${back}\n`,
    ];
  }
  if (kind === 'unsettled') {
    return [`How far are you in ${show.title}?\n  recap watched ${show.slug} EPISODE\n`];
  }
  if (!gap) return [];
  return [
    `Have you watched ${rangeWords(gap)} of ${show.title}? Then:\n  recap watched ${show.slug} ${gap.reaching}\n`,
  ];
}

function addingText(shows: number): string {
  if (shows === 1) return 'To add the show that your library does not have: `--add 1`\n';
  return `To add the most recent of the ${shows} shows that your library does not have: \`--add N\`\n`;
}

function rangeWords({ first, last, count }: Gap): string {
  return count === 1 ? first : `${first} ${count === 2 ? 'and' : 'to'} ${last}`;
}

function placeWords(place: Place): string {
  return place ?? 'not started';
}

function proposedWords({ kind, now, proposed }: Proposal): string {
  if (kind === 'again') return `${placeWords(proposed)}?`;
  return proposed === now ? '-' : placeWords(proposed);
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}
