/**
 * A fixed sentence that tells the caller what to do differently. It is the only error whose text leaves the server: the
 * SDK sends the message of anything that is thrown, which might quote hidden text.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export const NO_SUCH_SHOW = 'No show with that name. `list_shows` lists the shows.';
export const NO_SUCH_RECAP =
  'No recap with that name in this show. `list_recaps` lists its recaps.';
export const NO_SUCH_PAGE = 'There is no such page. Start without `page`.';
export const NOTHING_TO_SEARCH =
  'There is nothing to search for. Use words with letters or digits.';
/** The sentence for all other errors. */
export const FAILED =
  'recap could not answer this. `recap check` tells the owner of the library why.';
