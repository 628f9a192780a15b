import { type EpisodeCode, parseEpisodeCode } from '../model/episode.ts';
import { type Place, ViewingOrder } from '../model/order.ts';
import { UserError } from '../model/user-error.ts';
import type { ShowDraft } from '../sources/show-draft.ts';
import { type AddedShow, addedShows } from '../store/added/added-show.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import type { Outcome, ProgressLog, TrackedShow } from '../store/progress/log.ts';
import { openAudience } from './audience.ts';
import { followedPlace, type IdentifiedEpisode } from './followed-place.ts';
import type { Host } from './host.ts';
import { type KeepOptions, type KeptShow, keepShow } from './keep-show.ts';
import { profileNames } from './profiles.ts';

/** A profile's progress that must follow its episode to another code. */
interface Move {
  readonly progress: ProgressLog;
  readonly from: EpisodeCode;
  readonly to: Place;
}

/**
 * Stores a fetched show, and moves the progress of every profile along if the source has renumbered its episodes.
 * Meanwhile that progress is at the start: wherever this is interrupted, nothing is open that was not.
 *
 * @throws {UserError} if progress cannot be recorded, or the show cannot be written; the error of a file that cannot be read
 */
export async function refreshShow(
  draft: ShowDraft,
  options: KeepOptions & { readonly host: Host },
): Promise<KeptShow> {
  const added = addedShows(options.root).find(({ record }) => record.id === draft.id);
  if (!added) return keepShow(draft, options);
  const { slug } = added;
  const before = episodesOf(added);
  const was = { slug, id: draft.id, order: orderOf(before) };
  const moves = movesOf(options.host, was, before, draft.episodes);
  for (const { progress } of moves) require(progress.goBack(was, null));
  try {
    const kept = await keepShow(draft, options);
    for (const { progress, to } of moves) {
      if (to !== null) require(progress.goBack({ ...was, order: orderOf(draft.episodes) }, to));
    }
    return kept;
  } catch (error) {
    // the show is unchanged, and so is the progress in it
    for (const { progress, from } of moves) progress.goBack(was, from);
    throw error;
  }
}

function movesOf(
  host: Host,
  show: TrackedShow,
  before: readonly IdentifiedEpisode[],
  after: readonly IdentifiedEpisode[],
): Move[] {
  return profileNames(host).flatMap((profile) => {
    const { progress } = openAudience(host, { profile });
    const { through: from } = progress.of(show);
    if (from === null) return [];
    const to = followedPlace(before, after, from);
    const isSame = to === from && idAt(before, from) === idAt(after, from);
    return isSame ? [] : [{ progress, from, to }];
  });
}

function idAt(episodes: readonly IdentifiedEpisode[], place: Place): string | undefined {
  return episodes.find(({ code }) => code === place)?.id;
}

function episodesOf({ record }: AddedShow): IdentifiedEpisode[] {
  return record.episodes.flatMap(({ code, id }) => {
    const parsed = parseEpisodeCode(code);
    return parsed ? [{ code: parsed, id }] : [];
  });
}

function orderOf(episodes: readonly IdentifiedEpisode[]): ViewingOrder {
  return new ViewingOrder(episodes.map(({ code }) => code));
}

function require(outcome: Outcome): void {
  if (outcome.kind !== 'failed') return;
  const why = fileErrorWords(outcome.code);
  throw new UserError(`your progress could not be recorded: ${why}; nothing was changed`);
}
