import { expect, test } from 'vitest';
import { ViewLoader } from '../../src/app/view-loader.ts';
import type { Message } from '../../src/reader/message.ts';
import { perform, type Surroundings } from '../../src/reader/perform.ts';
import { openProgress } from '../../src/store/progress/log.ts';
import { Bookmarks } from '../../src/store/reading/bookmarks.ts';
import { ReadingHistory } from '../../src/store/reading/reading-history.ts';
import { readerOn } from '../support/reader.ts';
import { code, recap, show } from '../support/recaps.ts';

const RECAPS = 20;
/** Milliseconds that each recap takes: longer than keys may wait. */
const SLOW = 15;

/** A show of recaps that take a while, all of which have been read. @param onOpen is called when a recap is opened */
function slowShow(onOpen: (reading: ReadingHistory) => void = () => {}) {
  const reading = new ReadingHistory(undefined);
  const recaps = Array.from({ length: RECAPS }, (_, index) => {
    const slug = `article-${index}`;
    reading.remember('a-show', slug, { chunk: 1, characters: 0 }, 'S01E01');
    return recap(':spoiler[Told.]{after=S01E02}', { title: slug }, slug);
  });
  const views = new ViewLoader((entry) => {
    onOpen(reading);
    const end = performance.now() + SLOW;
    while (performance.now() < end);
    const found = recaps.find(({ head }) => head.slug === entry.head.slug);
    if (!found) throw new Error('no such recap');
    return found;
  });
  const files = recaps.map(({ head }) => ({ head, path: `${head.slug}.md` }));
  const contents = {
    summary: show,
    show,
    recaps: files,
    introduction: undefined,
    people: undefined,
  };
  const surroundings: Surroundings = {
    loadShow: async () => contents,
    views,
    showSource: undefined,
    progress: openProgress({ folder: null, device: 'test', now: () => new Date(0) }),
    reading,
    bookmarks: new Bookmarks(undefined),
    isRecording: true,
    noStateFolder: undefined,
    countProposals: undefined,
    wait: async () => {},
    openAddress: async () => false,
    redraw: () => {},
    suspend: () => {},
    quit: () => {},
  };
  return { surroundings };
}

test('keys are handled between the recaps of a show that are looked through for news', async () => {
  const { surroundings } = slowShow();
  let turns = 0;
  const count = () => {
    turns++;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const readers = new Map([['a-show', { place: code(2), showsTitles: false }]]);
  const messages: Message[] = [];
  for await (const message of perform(
    surroundings,
    { type: 'find-news', readers },
    new AbortController().signal,
  )) {
    messages.push(message);
  }
  clearImmediate(counting);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ type: 'news', show: 'a-show', place: 'S01E02' });
  expect(turns).toBeGreaterThanOrEqual(RECAPS - 1);
});

test('what was found before something else was read is dropped', async () => {
  let opened = 0;
  const { surroundings } = slowShow((reading) => {
    if (opened++ > 0) return;
    reading.remember('a-show', 'article-3', { chunk: 1, characters: 0 }, 'S01E02');
  });
  const readers = new Map([['a-show', { place: code(2), showsTitles: false }]]);
  const search = async (): Promise<Message[]> => {
    const messages: Message[] = [];
    const { signal } = new AbortController();
    for await (const message of perform(surroundings, { type: 'find-news', readers }, signal)) {
      messages.push(message);
    }
    return messages;
  };
  expect(await search()).toEqual([]);
  const [found] = await search();
  const news = found?.type === 'news' ? found.news : undefined;
  expect(news?.get('article-3')?.passages).toBe(0);
  expect(news?.get('article-4')?.passages).toBe(1);
});

test('news of a place that the reader has left are dropped', async () => {
  const reader = await readerOn('Public.', 3);
  const news = new Map([['a-recap', { isRead: true, isNew: false, passages: 7 }]]);
  await reader.send({ type: 'news', show: 'a-show', place: code(4), news });
  expect(reader.state.news.get('a-show')?.get('a-recap')?.passages).not.toBe(7);
  await reader.send({ type: 'news', show: 'a-show', place: code(3), news });
  expect(reader.state.news.get('a-show')?.get('a-recap')?.passages).toBe(7);
});
