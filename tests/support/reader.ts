import { ViewLoader } from '../../src/app/view-loader.ts';
import type { Recap } from '../../src/gated/recap.ts';
import type { Show } from '../../src/gated/show.ts';
import type { RecapFile, ShowContents } from '../../src/gated/show-contents.ts';
import type { RecapFrontMatter } from '../../src/model/recap-fields.ts';
import { draw } from '../../src/reader/draw.ts';
import { ReaderLoop } from '../../src/reader/loop.ts';
import type { Message } from '../../src/reader/message.ts';
import { perform, type Surroundings } from '../../src/reader/perform.ts';
import type { ShowSource } from '../../src/reader/show-source.ts';
import { startState } from '../../src/reader/start.ts';
import type { ReaderState, Size } from '../../src/reader/state.ts';
import type { Line } from '../../src/render/line.ts';
import { openProgress } from '../../src/store/progress/log.ts';
import { Bookmarks } from '../../src/store/reading/bookmarks.ts';
import { ReadingHistory } from '../../src/store/reading/reading-history.ts';
import { code, recap, show } from './recaps.ts';

/** The reader without a terminal: an article of the show "A Show" is open. */
export interface ReaderRun {
  /** Presses keys one after the other, as a person would: each is read and answered before the next. */
  press(...keys: string[]): Promise<void>;
  /** Presses a key and waits for nothing. */
  pressSoon(key: string): void;
  /** Sends something that happened. */
  send(message: Message): Promise<void>;
  lines(): Line[];
  /** The screen as text. */
  screen(): string;
  readonly state: ReaderState;
  /** The web addresses that were opened. */
  readonly opened: readonly string[];
  /** How the reader was closed, if it was. */
  readonly hasEnded: boolean;
}

/** Milliseconds between two keys of a person who reads what they are asked. */
const THINKING = 1000;

/**
 * @param episodes how many episodes of the show have been watched
 * @param showSource where shows to add come from
 * @param added the show that comes from there
 * @param more what services propose, further recaps of the show, its `people.md`, the front matter of the article, and what was read before
 * @param folder the state folder; `null`: what is confirmed counts for this run only
 */
export async function readerOn(
  body: string,
  episodes: number,
  size: Size = { columns: 80, rows: 24 },
  folder: string | null = null,
  showSource: ShowSource | undefined = undefined,
  added: Show | undefined = undefined,
  more: {
    readonly recaps?: readonly Recap[];
    readonly people?: Recap;
    /** The shows, if all of them come with recap. */
    readonly builtIn?: ReadonlySet<string>;
    readonly isSpoken?: boolean;
    readonly frontMatter?: RecapFrontMatter;
    readonly reading?: ReadingHistory;
    readonly countProposals?: () => Promise<number>;
  } = {},
): Promise<ReaderRun> {
  const recaps = [
    recap(body, more.frontMatter),
    recap('Another article.', { title: 'Another' }, 'another'),
    recap('The story begins.\n\n:spoiler[Later.]{after=S01E02}', { episode: code(1) }, 's01e01'),
    ...(more.recaps ?? []),
  ];
  const people = more.people && { head: more.people.head, path: 'people.md' };
  const files: RecapFile[] = recaps.map(({ head }, index) => ({
    head,
    path: `recap-${index}.md`,
  }));
  const contents: ShowContents = {
    summary: show,
    show,
    recaps: files,
    introduction: undefined,
    people,
  };
  let hasEnded = false;
  const opened: string[] = [];
  let at = 0;
  const bookmarks = new Bookmarks(folder ?? undefined);
  const surroundings: Surroundings = {
    loadShow: async (slug) =>
      added && slug === added.slug
        ? { ...contents, summary: added, show: added, recaps: [] }
        : contents,
    showSource,
    views: new ViewLoader((file) => {
      const subject = file === people ? more.people : recaps[files.indexOf(file)];
      if (!subject) throw new Error('no such recap');
      return subject;
    }),
    progress: openProgress({ folder, device: 'test', now: () => new Date(0) }),
    reading: more.reading ?? new ReadingHistory(folder ?? undefined),
    bookmarks,
    isRecording: true,
    noStateFolder: 'There is no home folder',
    countProposals: more.countProposals,
    wait: async () => {},
    openAddress: async (address) => {
      opened.push(address);
      return true;
    },
    redraw: () => {},
    suspend: () => {},
    quit: () => {
      hasEnded = true;
    },
  };
  const through = episodes === 0 ? null : code(episodes);
  let failure: unknown;
  const loop = new ReaderLoop({
    start: startState({
      shows: [show],
      recentShows: surroundings.reading.recentShows,
      progress: new Map([[show.slug, { through, isRecorded: true, shouldAsk: false, epoch: 0 }]]),
      settings: {
        isRecording: true,
        companions: [],
        showsTitles: false,
        isAscii: false,
        isSpoken: more.isSpoken ?? false,
        builtIn: more.builtIn ?? new Set(),
        width: undefined,
        today: '2026-01-02',
      },
      size,
      opening: { kind: 'asked', contents, recap: files[0] },
      at,
      bookmarks: bookmarks.all(),
      notice: null,
    }),
    perform: (effect, signal) => perform(surroundings, effect, signal),
    onChange: () => {},
    onError: (error) => {
      failure ??= error;
    },
  });
  const settle = async () => {
    await loop.settled();
    if (failure) throw failure;
  };
  await settle();
  loop.send({ type: 'drawn' });
  await settle();
  return {
    async press(...keys) {
      for (const key of keys) {
        at += THINKING;
        loop.send({ type: 'key', key, at, isAlone: true });
        await settle();
      }
    },
    pressSoon(key) {
      at += THINKING;
      loop.send({ type: 'key', key, at, isAlone: true });
    },
    async send(message) {
      loop.send(message);
      await settle();
    },
    lines: () => draw(loop.state),
    screen: () =>
      draw(loop.state)
        .map(({ spans }) => spans.map(({ text }) => text).join(''))
        .join('\n'),
    get state() {
      return loop.state;
    },
    opened,
    get hasEnded() {
      return hasEnded;
    },
  };
}
