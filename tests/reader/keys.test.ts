import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keysShown } from '../../src/reader/help.ts';
import { BINDINGS, commandOf, type InkKey, keyNames, type Scene } from '../../src/reader/keys.ts';

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
    const scenes: Scene[] = ['list', 'place', 'document', 'question', 'contents', 'search', 'help'];
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
