import { expect, test } from 'vitest';
import { withoutUnreferencedFootnotes } from '../../src/veil/unreferenced-footnotes.ts';

/** A text, and what stays of it. */
test.each<[what: string, text: string, stays: string]>([
  ['a note that is used', 'A[^a].\n\n[^a]: one', 'A[^a].\n\n[^a]: one'],
  ['one that is not', 'A.\n\n[^a]: one', 'A.\n\n'],
  ['its further lines', '[^a]: one\ntwo\n\n    three\n\nPublic.', '\nPublic.'],
  ['a block right behind it', '[^a]: one\n# Public', '\n# Public'],
  ['one in a quote', '> [^a]: one\n> two\n\nPublic.', '\nPublic.'],
  ['one that a used note uses', 'A[^a].\n[^a]: b[^b]\n[^b]: two', 'A[^a].\n[^a]: b[^b]\n[^b]: two'],
  ['one that an idle note uses', 'A.\n[^a]: b[^b]\n[^b]: two', 'A.\n\n'],
  ['one that refers to itself', 'A.\n\n[^a]: b[^a]', 'A.\n\n'],
  ['a colon behind a reference', 'A[^a]: so.\n\n[^a]: one', 'A[^a]: so.\n\n[^a]: one'],
])('%s', (_, text, stays) => {
  expect(withoutUnreferencedFootnotes(text)).toBe(stays);
});
