import { describe, expect, test } from 'vitest';
import { converted, EPISODES, opening, wordsIn } from './converting.ts';
import { SITE_PAGES } from './site-pages.ts';

describe.each(SITE_PAGES)('$name', ({ html, opens, whole }) => {
  const subject = converted(html);

  test('opens each part when its episode has been watched, and no earlier', () => {
    expect(subject.draft.isDoubtful).toBe(false);
    for (const word of wordsIn(html, /(?:OPEN|SPOIL)_\w+/g)) {
      const first = opening(subject, word);
      if (opens?.[word] !== undefined) expect([word, first]).toEqual([word, opens[word]]);
      else expect(first, word).toBeGreaterThanOrEqual(whole ?? EPISODES.length);
    }
  });

  test('loses nothing of the text, and keeps nothing of the furniture', () => {
    const all = subject.seen.at(-1) ?? '';
    const words = wordsIn(html, /(?:OPEN|SPOIL)_\w+/g);
    expect(words.filter((word) => !all.includes(word))).toEqual([]);
    expect(wordsIn(html, /FURN_\w+/g).filter((word) => all.includes(word))).toEqual([]);
  });
});
