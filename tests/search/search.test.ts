import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/search/excerpt.ts';
import { passages } from '../../src/search/passages.ts';
import { parseArguments, parseQuery } from '../../src/search/query.ts';
import { search } from '../../src/search/search.ts';
import { wordsOf } from '../../src/search/words.ts';
import { fold } from '../../src/text/fold.ts';
import { recap, seen } from '../support/recaps.ts';

const view = (body: string, title = 'A recap', episodes = 10) =>
  seen(recap(body, { title }), episodes);

/** What is found in an article, as text. */
const found = (body: string, query: string, episodes = 10) =>
  search([view(body, 'A recap', episodes)], parseQuery(query)).map(({ passage }) => passage.text);

describe('words', () => {
  const folds: [text: string, folded: string][] = [
    ['Relevé', 'releve'],
    ['ÉQUILIBRE', 'equilibre'],
    ['Straße', 'strasse'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İstanbul', 'istanbul'],
    ['ﬁn', 'fin'],
    ['कि', 'कि'],
  ];
  test.each(folds)('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  const parts: [text: string, words: string[]][] = [
    ['Who’s there?', ['who', 's', 'there']],
    ['a room-mate', ['a', 'room', 'mate']],
    ['S01E04', ['s01e04']],
    ['漢字 kana', ['漢', '字', 'kana']],
    ['---', []],
  ];
  test.each(parts)('%s has the words %j', (text, words) => {
    expect(wordsOf(text).map(({ word }) => word)).toEqual(words);
  });
});

describe('a query', () => {
  const typed: [text: string, terms: string[]][] = [
    ['white rose', ['white*', 'rose*']],
    ['"white rose" hood', ['white rose', 'hood*']],
    ['“white rose', ['white rose']],
    ['room-mate', ['room mate*']],
    ['?! ""', []],
  ];
  const written = (terms: ReturnType<typeof parseQuery>) =>
    terms.map(({ words, isPrefix }) => words.join(' ') + (isPrefix ? '*' : ''));
  test.each(typed)('%s', (text, terms) => {
    expect(written(parseQuery(text))).toEqual(terms);
  });

  test('an argument with a space was in quotes, which the shell has taken', () => {
    expect(written(parseArguments(['white rose', 'hood']))).toEqual(['white rose', 'hood*']);
    expect(written(parseArguments(['"white rose" hood']))).toEqual(['white rose', 'hood*']);
  });
});

describe('what is found', () => {
  const body =
    'A *white* rose.\n\n## The roof\n\nShe fell.\n\n- Roses\n- are [red](http://x.example)';
  const cases: [query: string, texts: string[]][] = [
    ['rose', ['A white rose.', 'Roses']],
    ['"rose"', ['A white rose.']],
    ['"white rose"', ['A white rose.']],
    ['"rose white"', []],
    ['rose white', ['A white rose.']],
    ['fell roof', ['She fell.']],
    ['roof', ['The roof']],
    ['recap', ['A recap']],
    ['fell recap', ['She fell.']],
    ['roof recap', ['The roof']],
    ['ite', []],
    ['example', []],
  ];
  test.each(cases)('%s', (query, texts) => {
    expect(found(body, query)).toEqual(texts);
  });

  test('a hit says where it stands and where the words are', () => {
    const [hit] = search([view(body)], parseQuery('fell'));
    expect(hit).toMatchObject({
      show: 'a-show',
      slug: 'a-recap',
      title: 'A recap',
      passage: { heading: 'The roof', text: 'She fell.' },
      matches: [{ from: 4, to: 8 }],
    });
  });

  test('neither what a curtain hides nor its label is text', () => {
    const gated = 'She :spoiler[pushed Cassie]{after=S01E05 label="The verdict"} there.';
    for (const query of ['pushed', 'cassie', 'verdict', 'opens', 's01e05']) {
      expect(found(gated, query, 4)).toEqual([]);
    }
    expect(found(gated, 'she', 4)).toEqual(['She […] there.']);
    expect(found(gated, 'pushed', 5)).toEqual(['She pushed Cassie there.']);
  });

  test('a whole word, a rare one, a heading and a short passage come first', () => {
    expect(found('roofs and so on\n\nroof and so on', 'roof')[0]).toBe('roof and so on');
    expect(found('roof, said of it all\n\n## The roof', 'roof')[0]).toBe('The roof');
    expect(found(`rose ${'and more '.repeat(30)}\n\nA rose.`, 'rose')[0]).toBe('A rose.');
  });

  test('table rows, list items, notes and code are passages of their own', () => {
    const texts = [
      ...passages(view('| a | b |\n| - | - |\n| c | d |\n\n1. one\n2. two\n\n```\ncode\n```')),
    ];
    expect(texts.map(({ text }) => text)).toEqual(['A recap', 'a b', 'c d', 'one', 'two', 'code']);
  });
});

describe('words around a match', () => {
  const text = `${'before '.repeat(40)}MATCH ${'behind '.repeat(40)}`.trim();
  const from = text.indexOf('MATCH');

  test.each([20, 40, 80, 200])('%i characters hold it', (room) => {
    const cut = excerpt(text, [{ from, to: from + 5, isWhole: true }], room);
    const [match] = cut.matches;
    expect(cut.text.slice(match?.from, match?.to)).toBe('MATCH');
    expect(cut.text.length).toBeLessThanOrEqual(room + 4);
    expect(cut.text).toMatch(/^… \w.*\w …$/);
  });

  test('most of the matches stand in it', () => {
    const long = `one ${'and '.repeat(60)}two three`;
    const matches = [...long.matchAll(/one|two|three/g)].map(({ 0: word, index }) => {
      return { from: index, to: index + word.length, isWhole: true };
    });
    expect(excerpt(long, matches, 30).text).toMatch(/^… and .* two three$/);
  });

  test('what fits is left as it is', () => {
    expect(excerpt('short', [], 20)).toEqual({ text: 'short', matches: [] });
  });
});
