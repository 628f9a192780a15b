import { expect, test } from 'vitest';
import { readerOn } from '../support/reader.ts';

const WORDS = 'Many words are in this paragraph, and it has several lines. ';
const PUBLIC = Array.from({ length: 12 }, (_, index) => `${index}: ${WORDS.repeat(3)}`);
const HIDDEN = Array.from({ length: 9 }, (_, index) => `Told ${index}. ${WORDS.repeat(2)}`);

/** Public paragraphs, with a spoiler after each third one. */
function bodyOf(spoiler: string): string {
  return PUBLIC.map((text, index) => (index % 3 === 2 ? `${text}\n\n${spoiler}` : text)).join(
    '\n\n',
  );
}

const block = (gate: string) =>
  `:::spoiler{after=${gate} label="${gate}"}\n${HIDDEN.join('\n\n')}\n:::`;

test.each<[what: string, body: string]>([
  ['a block', bodyOf(block('S01E05'))],
  ['one of several curtains', bodyOf(`${block('S01E06')}\n\n${block('S01E05')}\n\n||Short.||`)],
  ['one below a rule', bodyOf(`---\n\n${block('S01E05')}\n\n---`)],
  ['words within a line', bodyOf(`${WORDS} ||${HIDDEN.join(' ')}|| ${WORDS}`)],
  ['words that begin a line', bodyOf(`||${HIDDEN.join(' ')}|| ${WORDS}`)],
  ['a list item', bodyOf(`- One.\n- ||${HIDDEN.join(' ')}||\n- ${WORDS}`)],
  [
    'a spoiler with another in it',
    bodyOf(`:::spoiler{after=S01E05}\n||a|| ${HIDDEN.join(' ')}\n:::`),
  ],
])('a peek at %s that is hidden again leaves every line where it was', async (_, body) => {
  const reader = await readerOn(body, 4, { columns: 60, rows: 16 });
  const page = () =>
    reader
      .screen()
      .split('\n')
      .slice(1, -1)
      .map((line) => line.replace('▶', ' '));
  let peeks = 0;
  for (let line = 0; line < 30; line++) {
    const before = page();
    await reader.press('m', 'a', 'tab');
    // Tab goes on to a later page where nothing on this one can be selected
    if (page().join() === before.join()) {
      await reader.press('enter', 'p');
      if (page().join() !== before.join()) peeks++;
      await reader.press('x');
      expect(page()).toEqual(before);
    }
    await reader.press("'", 'a', 'j');
  }
  expect(peeks).toBeGreaterThan(5);
});
