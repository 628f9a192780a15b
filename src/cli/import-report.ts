import { watchedJson } from '../app/show-json.ts';
import type { Show } from '../gated/show.ts';
import type { Gap, Proposal } from '../history/propose.ts';
import type { ShowTally, Tally } from '../history/tally.ts';
import type { Place } from '../model/order.ts';
import { alignRows } from '../render/rows.ts';
import { truncate } from '../text/columns.ts';

/** What an import would do to one show. */
export interface Plan {
  readonly show: Show;
  readonly tally: ShowTally;
  readonly proposal: Proposal;
}

/** Leaves room for the places and the reason in 80 columns. */
const TITLE_COLUMNS = 28;

/** The report: what was read, a table of places, and what only the reader can answer. Codes, never titles of episodes. */
export function reportText(
  plans: readonly Plan[],
  tally: Tally,
  shapes: readonly string[],
): string {
  const parts = [readText(tally, shapes)];
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
  return parts.join('\n');
}

/** The same for programs. @param set the shows whose place has been set */
export function reportJson(
  plans: readonly Plan[],
  tally: Tally,
  shapes: readonly string[],
  set: ReadonlySet<Show>,
) {
  const { entries, episodes, unclear, elsewhere, otherShows, leftOut } = tally;
  return {
    version: 1,
    shapes,
    entries: { read: entries, episodes, unclear, elsewhere, otherShows, leftOut },
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
  };
}

function readText(tally: Tally, shapes: readonly string[]): string {
  const { entries, episodes, unclear, elsewhere, otherShows, leftOut } = tally;
  const shows = otherShows === 1 ? '1 show' : `${otherShows} shows`;
  const others = otherShows === 0 ? 'films or of shows' : `films, or of ${shows}`;
  const lines: [number, string][] = [
    [entries, `${entries === 1 ? 'entry' : 'entries'} read (${shapes.join(', ')})`],
    [episodes, 'of episodes in your library'],
    [unclear, 'of shows in your library, but recap cannot tell the episode'],
    [elsewhere, `of ${others} that your library does not have`],
    [leftOut, 'no watched episodes: trailers, short plays, films, not watched'],
  ];
  const width = String(entries).length;
  const shown = lines.filter(([count], index) => index === 0 || count > 0);
  return indented(shown.map(([count, words]) => `${String(count).padStart(width)} ${words}`));
}

function why(proposal: Proposal, { episodes, unclear, isBare }: ShowTally): string {
  const { kind, gap } = proposal;
  if (kind === 'unsettled') return 'your progress is not certain';
  if (kind === 'again') return `begun again on ${day(proposal.since)}`;
  if (gap) return `${rangeWords(gap)} ${gap.count === 1 ? 'is' : 'are'} not in it`;
  if (kind === 'raise') return 'all up to there is in it';
  if (isBare && episodes.size === 0) return 'its episodes are not in it';
  if (unclear > 0 && episodes.size === 0) return 'no episode can be told';
  if (proposal.now === null) return 'its first episode is not in it';
  return 'nothing beyond it can be told';
}

/** What only the reader can answer, with what to do then. */
function questions({ show, proposal }: Plan): string[] {
  const { kind, gap } = proposal;
  if (kind === 'again') {
    const back = proposal.proposed ?? '--none';
    return [
      `You began ${show.title} again on ${day(proposal.since)}. To go back, and have the rest hidden again:\n  recap watched ${show.slug} ${back}\n`,
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
