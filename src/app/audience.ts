import type { ShowSummary } from '../gated/show-summary.ts';
import type { Place } from '../model/order.ts';
import { TITLES } from '../store/config/settings.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import type { ReadingProblem } from '../store/progress/folder.ts';
import { openProgress, type ProgressLog } from '../store/progress/log.ts';
import { profileFolder } from '../store/progress/profile.ts';
import { earliest, type ShowProgress } from '../store/progress/show-progress.ts';
import { stateFolder } from '../store/progress/state-folder.ts';
import type { Reader } from '../veil/episode-title.ts';
import type { Host } from './host.ts';
import { type Companion, companions, ownProfile } from './profiles.ts';
import { type Here, readPlace } from './read-episode.ts';

/** The options that determine how far the audience may read. */
export interface AudienceOptions {
  readonly profile?: string;
  /** The profiles that read along. */
  readonly with?: readonly string[];
  /** Read as if watched through this episode, or `none`. */
  readonly watched?: string;
  readonly titles?: boolean;
}

/** The reader and those reading along, each with their progress at the start. */
export interface Audience {
  readonly progress: ProgressLog;
  readonly companions: readonly Companion[];
  /** Today's date in the reader's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether a confirmation is recorded: not with `--watched`, and not with others. */
  readonly isRecording: boolean;
  /** The folder of the profile's progress; `undefined` without a home folder. */
  readonly folder: string | undefined;
  /** Why nothing can be recorded on this machine; `undefined` if it can. */
  readonly noFolder: string | undefined;
  /** Warnings for the user: unreadable progress, profiles without a record. */
  readonly notices: readonly string[];
  /** The reader's own progress in a show, as recorded. */
  recorded(show: ShowSummary): ShowProgress;
  /** The earliest of this place of the reader and the places of the others. */
  together(show: ShowSummary, own: Place): Place;
  /** The reader of a show, at `--watched` or the recorded place. @throws {UserError} for an invalid `--watched` */
  reader(show: ShowSummary): Reader;
}

/** The reader's own recorded place in a show, to resolve how they refer to an episode. */
export function hereIn(audience: Audience, show: ShowSummary): Here {
  return { place: audience.recorded(show).through, today: audience.today };
}

/** Reads the progress of the reader and of those who read along. @throws {UserError} for an invalid profile */
export function openAudience(host: Host, options: AudienceOptions): Audience {
  const own = ownProfile(options.profile, host);
  const state = stateFolder(host);
  const root = state.kind === 'folder' ? state.folder : undefined;
  const folder = root === undefined ? undefined : profileFolder(root, own);
  const progress = openProgress({
    folder: folder ?? null,
    device: host.device(),
    devices: root,
    now: host.now,
  });
  const others = companions(options.with ?? [], root, host);
  const { watched, titles = host.config.get(TITLES) } = options;
  const today = localDay(host.now());

  const recorded = (show: ShowSummary) => progress.of(show);
  const together = (show: ShowSummary, place: Place) => {
    const places = others.map(({ progress }) => progress.of(show).through);
    return earliest(show.order, [place, ...places]);
  };
  return {
    progress,
    companions: others,
    today,
    isRecording: watched === undefined && others.length === 0,
    folder,
    noFolder: state.kind === 'no-home' ? state.message : undefined,
    notices: [
      ...progress.problems.map(progressProblem),
      ...others.flatMap(({ name, progress, isKnown }) => [
        ...progress.problems.map(progressProblem),
        ...(isKnown ? [] : [`no progress is recorded for \`${name}\`, so everything stays hidden`]),
      ]),
    ],
    recorded,
    together,
    reader(show) {
      const { through } = recorded(show);
      const here = { place: through, today };
      const place = watched === undefined ? through : readPlace(watched, show, here);
      return { place: together(show, place), showsTitles: titles };
    },
  };
}

function localDay(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => {
    return String(part).padStart(2, '0');
  });
  return `${now.getFullYear()}-${month}-${day}`;
}

/** A sentence about progress that could not be read. */
function progressProblem(problem: ReadingProblem): string {
  const { file, count } = problem;
  if (problem.kind === 'unreadable') {
    return `cannot read your progress from ${file}: ${fileErrorWords(problem.code)}; until it can be read, everything stays hidden`;
  }
  const lines = count === 1 ? '1 line' : `${count} lines`;
  const why = {
    torn: 'corrupt',
    newer: 'from a newer version of recap',
    foreign: 'not written by recap',
  };
  return `${lines} of ${file} ${count === 1 ? 'is' : 'are'} ${why[problem.kind]} and ignored; shows that it may be about stay hidden until you set your progress again`;
}
