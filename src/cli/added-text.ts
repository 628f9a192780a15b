import type { AddedReport } from '../app/add-show.ts';
import type { Candidate } from '../sources/source.ts';

/** A show with what tells it from others of the same title: "The Salt Line  2021–2022 · Channel Five · Norway". */
export function candidateLine({ title, year, lastYear, network, country }: Candidate): string {
  const years = year === null ? null : lastYear === year ? `${year}` : `${year}–${lastYear ?? ''}`;
  const facts = [years, network, country].filter((fact) => fact !== null);
  return facts.length === 0 ? title : `${title}  ${facts.join(' · ')}`;
}

/** What came of adding a show: counts, and nothing that tells of an episode. */
export function addedText({ title, year, outcome, episodes, told }: AddedReport): string {
  const name = year === null ? title : `${title} (${year})`;
  const counts = `${countOf(episodes, 'episode')}, ${told === episodes ? 'all' : told} with a recap`;
  return {
    added: `Added ${name}: ${counts}.\n`,
    updated: `Updated ${name}: ${counts}.\n`,
    unchanged: `${name} is up to date: ${counts}.\n`,
    present: `${name} is in your library already: ${counts}. \`--force\` fetches it again.\n`,
  }[outcome];
}

/** What else the user should know: sources that failed, texts that were left out. */
export function notesOf({ slug, failed, leftOut }: AddedReport): string[] {
  const { unclear = 0, invalid = 0 } = leftOut;
  return [
    ...failed.map(({ source, message }) => {
      return `${source}: ${message}; \`recap update ${slug}\` tries again`;
    }),
    ...(unclear > 0
      ? [`${countOf(unclear, 'plot')} left out: not clearly of one episode of this show`]
      : []),
    ...(invalid > 0 ? [`${countOf(invalid, 'invalid record')} left out`] : []),
  ];
}

export function addedJson(report: AddedReport) {
  const { slug, title, year, outcome, episodes, newEpisodes, told, leftOut, failed } = report;
  const { unclear = 0, invalid = 0, insignificant = 0 } = leftOut;
  return {
    version: 1,
    show: { slug, title, year, outcome, episodes, newEpisodes, told },
    leftOut: { unclear, invalid, insignificant },
    failed,
  };
}

function countOf(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}
