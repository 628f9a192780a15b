import type { Recap } from '../gated/recap.ts';
import type { Show } from '../gated/show.ts';
import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import { RecapError } from '../model/problem.ts';
import { UserError } from '../model/user-error.ts';
import { openRecap } from '../store/library/open-recap.ts';
import { ownKeys } from '../veil/combined-view.ts';
import type { Reader } from '../veil/episode-title.ts';
import { type Story, storyRecaps } from '../veil/story.ts';
import { veil } from '../veil/veil.ts';
import type { View } from '../veil/view.ts';
import { problemText } from './problem-text.ts';

/**
 * Opens recaps and returns views. It caches the last recap, so that a confirmation does not read it again; a new view
 * is made for every place.
 */
export class ViewLoader {
  readonly #open: (file: RecapFile, show: Show) => Recap;
  #last: { readonly file: RecapFile; readonly recap: Recap } | undefined;

  /** @param open reads a whole recap; throws a `RecapError` if it cannot */
  constructor(open: (file: RecapFile, show: Show) => Recap = openRecap) {
    this.#open = open;
  }

  /** @throws {UserError} naming the file and what is wrong, without quoting it */
  view(show: Show, file: RecapFile, reader: Reader, peeks?: ReadonlySet<string>): View {
    return veil(this.#recap(file, show), show, reader, peeks);
  }

  /**
   * Views of everything in a show: its introduction, its episode recaps in viewing order, its articles. Unreadable ones
   * are reported to `onFault` and skipped.
   */
  *views(
    { show, introduction, recaps }: ShowContents,
    reader: Reader,
    onFault: (fault: UserError) => void,
  ): Generator<View> {
    yield* this.viewsOf(show, introduction ? [introduction, ...recaps] : recaps, reader, onFault);
  }

  /** Views of these recaps of a show. Unreadable ones are reported to `onFault` and skipped. */
  *viewsOf(
    show: Show,
    recaps: readonly RecapFile[],
    reader: Reader,
    onFault: (fault: UserError) => void,
  ): Generator<View> {
    for (const file of recaps) {
      const view = this.#viewOr(onFault, () => this.view(show, file, reader));
      if (view) yield view;
    }
  }

  /** Views of the recaps that make up the story at the reader's place, for `storyView`. */
  storyViews(
    contents: ShowContents,
    reader: Reader,
    story: Story,
    onFault: (fault: UserError) => void,
    peeks: ReadonlySet<string> = new Set(),
  ): View[] {
    return storyRecaps(contents, reader, story).flatMap((file) => {
      const view = this.#viewOr(onFault, () =>
        this.view(contents.show, file, reader, ownKeys(file.head.slug, peeks)),
      );
      return view ? [view] : [];
    });
  }

  #viewOr(onFault: (fault: UserError) => void, open: () => View): View | undefined {
    try {
      return open();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      onFault(error);
      return undefined;
    }
  }

  #recap(file: RecapFile, show: Show): Recap {
    if (this.#last?.file === file) return this.#last.recap;
    try {
      const recap = this.#open(file, show);
      this.#last = { file, recap };
      return recap;
    } catch (error) {
      if (!(error instanceof RecapError)) throw error;
      throw new UserError(problemText(file.path, error.problem));
    }
  }
}
