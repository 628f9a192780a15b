import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keysShown } from '../../src/reader/help.ts';
import { BINDINGS, commandOf, type InkKey, keyNames, type Scene } from '../../src/reader/keys.ts';
import { readerOn } from '../support/reader.ts';

const none: InkKey = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
};

describe('the table of keys', () => {
  test('no key means two things in one scene', () => {
    const scenes: Scene[] = [
      'list',
      'place',
      'document',
      'question',
      'contents',
      'search',
      'find',
      'hits',
      'help',
    ];
    for (const scene of scenes) {
      const keys = BINDINGS.filter(({ scenes }) => scenes.includes(scene)).flatMap(
        ({ keys }) => keys,
      );
      expect(keys).toEqual([...new Set(keys)]);
    }
  });

  test('at a question, Enter is "not yet"', () => {
    expect(commandOf('enter', 'question')).toBe('no');
    expect(commandOf('y', 'document')).toBeUndefined();
  });

  test('docs/keys.md is made of it', () => {
    const rows = BINDINGS.map(({ keys, help }) => `| ${keysShown(keys)} | ${help} |`);
    const table = ['| key | what it does |', '| --- | --- |', ...rows].join('\n');
    expect(readFileSync('docs/keys.md', 'utf8')).toContain(table);
  });
});

describe('keys as Ink hands them over', () => {
  test('letters typed quickly come as one, and are each a key', () => {
    expect(keyNames('jj y', none)).toEqual(['j', 'j', 'space', 'y']);
    expect(keyNames('\r\r', none)).toEqual(['enter', 'enter']);
  });

  test('mouse and focus reports and the frame of a paste are none', () => {
    for (const report of ['[<64;10;10M', '[I', '[O', '[200~'])
      expect(keyNames(report, none)).toEqual([]);
  });

  test('Ink 6 calls the backspace key delete', () => {
    expect(keyNames('', { ...none, delete: true })).toEqual(['backspace']);
  });
});

describe('a question that cannot be seen', () => {
  const body =
    ':spoiler[SECRET]{after=S01E05}\n\n[unused]: http://x.example "||two||"\n\n||three||';

  test('is not answered: while the window is too small, keys do nothing', () => {
    const reader = readerOn(body, 1, { columns: 30, rows: 8 });
    for (const key of ['tab', 'enter', 'y']) reader.press(key);
    expect(reader.state.standings.get('a-show')?.through).toBe('S01E01');
  });

  test('a curtain that shows nowhere is passed over by Tab', () => {
    const reader = readerOn(body, 1);
    for (const expected of [0, 2, 0]) {
      reader.press('tab');
      const { screen } = reader.state;
      expect(screen.kind === 'document' && screen.document.focus).toBe(expected);
    }
  });

  test('a long label does not push it off the screen', () => {
    const long = `:spoiler[a]{after=S01E05 label="${'Long label words '.repeat(40)}"}`;
    const reader = readerOn(long, 1, { columns: 40, rows: 10 });
    reader.press('enter');
    expect(reader.screen()).toMatch(/Have you watched/);
    expect(reader.screen()).toMatch(/\[Enter\] not yet/);
  });
});
