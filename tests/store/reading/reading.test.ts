import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Bookmarks } from '../../../src/store/reading/bookmarks.ts';
import { forgetShow } from '../../../src/store/reading/forget-show.ts';
import { ReadingHistory } from '../../../src/store/reading/reading-history.ts';

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-reading-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const AT = { chunk: 1, characters: 40 };

describe('the reading history', () => {
  test('remembers where recaps were left and at which place they were read', () => {
    const folder = stateFolder();
    const history = new ReadingHistory(folder);
    history.remember('a', 'who', { ...AT, key: '0.1' }, null);
    history.remember('a', 's01e01', AT, 'S01E02');
    history.remember('a', '.story full', AT, undefined);
    const { last, recentShows, ...again } = new ReadingHistory(folder);
    expect(last).toEqual({ show: 'a', slug: '.story full' });
    expect(recentShows).toEqual(['a']);
    expect(again).toBeDefined();
    const read = new ReadingHistory(folder);
    expect(read.of('a', 'who')).toMatchObject({ ...AT, key: '0.1' });
    expect(read.readings('a')).toEqual({
      since: null,
      places: new Map([
        ['who', null],
        ['s01e01', 'S01E02'],
      ]),
    });
    expect(read.readings('b')).toBeUndefined();
  });

  test('a reading that does not count leaves the place of the last one', () => {
    const history = new ReadingHistory(stateFolder());
    history.remember('a', 'who', AT, 'S01E03');
    history.remember('a', 'who', { chunk: 2, characters: 0 }, undefined);
    expect(history.of('a', 'who')).toMatchObject({ chunk: 2 });
    expect(history.readings('a')?.places.get('who')).toBe('S01E03');
  });

  test('two readers at once lose nothing of each other', () => {
    const folder = stateFolder();
    const [one, other] = [new ReadingHistory(folder), new ReadingHistory(folder)];
    one.remember('a', 'who', AT, 'S01E01');
    other.remember('b', 'who', AT, 'S01E01');
    expect(new ReadingHistory(folder).recentShows).toEqual(['b', 'a']);
  });

  test('reads what earlier versions wrote, and passes over what it cannot read', () => {
    const folder = stateFolder();
    const file = join(folder, 'positions.json');
    const recaps = [{ show: 'a', slug: 'who', chunk: 1, characters: 5 }];
    writeFileSync(file, JSON.stringify({ version: 1, last: null, recaps }));
    expect(new ReadingHistory(folder).of('a', 'who')).toMatchObject({ characters: 5 });
    expect(new ReadingHistory(folder).readings('a')).toBeUndefined();
    for (const corrupt of [
      '{"version":1',
      '[]',
      JSON.stringify({ version: 1, last: null, recaps: [{ ...recaps[0], place: 'S1' }] }),
    ]) {
      writeFileSync(file, corrupt);
      expect(new ReadingHistory(folder).recentShows).toEqual([]);
    }
  });

  test('leaves nothing behind where the file cannot be put in place', () => {
    const folder = stateFolder();
    // a folder in the place of the file: what is written cannot be renamed to it
    mkdirSync(join(folder, 'positions.json', 'x'), { recursive: true });
    new ReadingHistory(folder).remember('a', 'who', AT, null);
    expect(readdirSync(folder)).toEqual(['positions.json']);
  });

  test('nothing is written for those who read together, or without a home', () => {
    const folder = stateFolder();
    new ReadingHistory(folder, false).remember('a', 'who', AT, undefined);
    const homeless = new ReadingHistory(undefined);
    homeless.remember('a', 'who', AT, 'S01E01');
    expect(readdirSync(folder)).toEqual([]);
    expect(homeless.of('a', 'who')).toMatchObject(AT);
  });
});

describe('bookmarks', () => {
  test('are kept by letter, and the latest of a letter counts', () => {
    const folder = stateFolder();
    const bookmarks = new Bookmarks(folder);
    expect(bookmarks.set('a', { show: 's', slug: 'one', position: AT })).toBe(true);
    bookmarks.set('B', { show: 's', slug: 'two', position: { ...AT, key: '0' } });
    bookmarks.set('a', { show: 't', slug: 'three', position: AT });
    expect(new Bookmarks(folder).all()).toEqual(
      new Map([
        ['B', { show: 's', slug: 'two', position: { ...AT, key: '0' } }],
        ['a', { show: 't', slug: 'three', position: AT }],
      ]),
    );
  });

  test('say when they cannot be kept', () => {
    const bookmark = { show: 's', slug: 'one', position: AT };
    expect(new Bookmarks(undefined).set('a', bookmark)).toBe(false);
    expect(new Bookmarks('/dev/null/x').set('a', bookmark)).toBe(false);
  });
});

describe('forgetting a show', () => {
  function filled(): string {
    const folder = stateFolder();
    const history = new ReadingHistory(folder);
    history.remember('kept', 'who', AT, 'S01E02');
    history.remember('secret-show', 'who', { ...AT, key: '0' }, 'S01E02');
    new Bookmarks(folder).set('a', { show: 'secret-show', slug: 'who', position: AT });
    new Bookmarks(folder).set('b', { show: 'kept', slug: 'who', position: AT });
    return folder;
  }

  test('leaves no trace of it, and everything else', () => {
    const folder = filled();
    writeFileSync(join(folder, 'progress-host.jsonl'), 'secret-show');
    expect(forgetShow(folder, 'secret-show')).toBeUndefined();
    for (const name of readdirSync(folder).filter((name) => !name.startsWith('progress'))) {
      expect(readFileSync(join(folder, name), 'utf8'), name).not.toContain('secret-show');
    }
    expect(readFileSync(join(folder, 'progress-host.jsonl'), 'utf8')).toBe('secret-show');
    const history = new ReadingHistory(folder);
    expect(history.last).toBe(null);
    expect(history.readings('kept')?.places).toEqual(new Map([['who', 'S01E02']]));
    expect([...new Bookmarks(folder).all().keys()]).toEqual(['b']);
  });

  test('a corrupt file is emptied, as it may name the show', () => {
    const folder = filled();
    writeFileSync(join(folder, 'positions.json'), '{"show":"secret-show"');
    forgetShow(folder, 'secret-show');
    expect(readFileSync(join(folder, 'positions.json'), 'utf8')).not.toContain('secret-show');
  });

  test.each(['{"show":"other"', '{"version":2,"bookmarks":[]}'])(
    'a file that cannot be understood stays as it is when something is added: %s',
    (text) => {
      const folder = filled();
      writeFileSync(join(folder, 'bookmarks.json'), text);
      const bookmark = { show: 'a', slug: 'who', position: AT };
      expect(new Bookmarks(folder).set('c', bookmark)).toBe(false);
      expect(readFileSync(join(folder, 'bookmarks.json'), 'utf8')).toBe(text);
    },
  );

  test('where nothing was read, nothing is made', () => {
    const folder = join(stateFolder(), 'new');
    expect(forgetShow(folder, 'a')).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });

  test('says why a file cannot be written', () => {
    const folder = filled();
    // the file that is written first cannot be one
    mkdirSync(join(folder, `positions.json.${process.pid}`));
    expect(forgetShow(folder, 'secret-show')).toBe('EISDIR');
    expect([...new Bookmarks(folder).all().keys()]).toEqual(['b']);
  });
});
