import { expect, test } from 'vitest';
import { mayJoinWords } from '../../src/text/joined-words.ts';

const MANY = 400_000;

test.each([
  ['brackets that end nothing', `a[${']'.repeat(MANY)} b`],
  ['brackets that begin nothing', `${'['.repeat(MANY)} b`],
  ['markup behind a letter', `a${'*'.repeat(MANY)} b`],
  ['markup before a letter', `a ${'*'.repeat(MANY)}b`],
  ['markup that begins and ends by turns', `a ${'<*>*'.repeat(MANY)} b`],
])('a long run of markup is looked through in one pass: %s', (_, markdown) => {
  expect(mayJoinWords(markdown)).toBe(false);
});

test.each([
  ['lan**tern', true],
  ['lan<b>tern', true],
  ['lan*<b title="x y">*)tern', true],
  ['lan* <b> tern', false],
  ['lan [b](c) tern', false],
  ['lan[b] (c)tern', true],
])('markup may join words: %s', (markdown, mayJoin) => {
  expect(mayJoinWords(markdown)).toBe(mayJoin);
});
