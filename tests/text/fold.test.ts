import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldName, foldWithPlaces } from '../../src/text/fold.ts';

describe('a text is compared', () => {
  test.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Søren Łukasz Ægir', 'soren lukasz aegir'],
    ['Zoë', 'zoe'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['ΛΌΓΟΣ', 'λογοσ'],
    ['ё й', 'е и'],
    ['٣', '3'],
    ['เอดด้า', 'เอดด้า'],
    ['ガラス', 'ガラス'],
    ['ｶﾞ', 'ガ'],
    ['شَمْس', 'شمس'],
    ['ﬁn', 'fin'],
  ])('%s as %s', (text, folded) => expect(fold(text)).toBe(folded));

  test('the same when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)),
    );
  });

  test('and names without what is no letter', () => {
    expect(foldName(' Don’t—stop! ')).toBe('don t stop');
  });
});

test('where a folded text comes from is known for each of its letters', () => {
  const { folded, places } = foldWithPlaces('Große e\u0301');
  expect(folded).toBe('grosse e');
  expect(places).toEqual([0, 1, 2, 3, 3, 4, 5, 6]);
});
