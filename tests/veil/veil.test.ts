import { describe, expect, test } from 'vitest';
import { recap, seen, visible } from '../support/recaps.ts';

/** Body, episodes watched, what is visible. */
const views: [what: string, body: string, episodes: number, text: string][] = [
  ['words closed', 'a :spoiler[b]{after=S01E02} c', 1, 'a ⟦Spoiler S01E02⟧ c'],
  ['words open', 'a :spoiler[b]{after=S01E02} c', 2, 'a ⟨b⟩ c'],
  [
    'a block keeps its line',
    'x\n\n:::spoiler{after=S01E09 label="The warrant"}\nText\n:::\n\ny',
    8,
    'x\n\n⟦The warrant S01E09⟧\n\ny',
  ],
  ['a block in a quote', '> :::spoiler{after=S01E02}\n> b\n> :::\nz', 1, '> ⟦Spoiler S01E02⟧\nz'],
  ['a block in a quote, open', '> :::spoiler{after=S01E02}\n> b\n> :::\nz', 2, '> ⟨\n> b\n> ⟩\nz'],
  ['text behind an opener', ':::spoiler{after=S01E02} b\nc\n:::\nz', 2, '⟨\n b\nc\n⟩\nz'],
  [
    'a section, heading and all, to the next of its rank',
    '# A\n## Why? {after=S01E03 label="Motive"}\nb\n### sub\n## Next\nc',
    2,
    '# A\n⟦Motive S01E03⟧\n\n## Next\nc',
  ],
  ['a section open', '## Why? {after=S01E03}\nb\n## Next', 3, '⟨\n## Why? \nb\n⟩\n\n## Next'],
  [
    'the later of two nested gates holds',
    ':::spoiler{after=S01E02}\na :spoiler[b]{after=S01E01} :spoiler[c]{after=S01E05}\n:::',
    2,
    '⟨\na ⟨b⟩ ⟦Spoiler S01E05⟧\n⟩',
  ],
  [
    'what is nested behind a closed gate leaves no trace',
    ':::spoiler{after=S01E05}\na :spoiler[b]{after=S01E01 label="x"}\n:::',
    4,
    '⟦Spoiler S01E05⟧',
  ],
  [
    'neighbors with one gate and label are one curtain',
    'a ||b|| :spoiler[c]{after=S01E10}\n\n||d|| e ||f||',
    9,
    'a ⟦Spoiler S01E10⟧\n\n e ⟦Spoiler S01E10⟧',
  ],
  [
    'neighbors with two labels are two',
    ':spoiler[b]{after=S01E02 label="x"} :spoiler[c]{after=S01E02 label="y"}',
    1,
    '⟦x S01E02⟧ ⟦y S01E02⟧',
  ],
  ['without a gate: the last episode', 'a ||b|| c', 9, 'a ⟦Spoiler S01E10⟧ c'],
  ['without a gate, within one: that one', ':spoiler[a ||b||]{after=S01E02}', 2, '⟨a ⟨b⟩⟩'],
  ['an unknown episode never opens', 'a :spoiler[b]{after=S02E01} c', 10, 'a ⟦Spoiler never⟧ c'],
  ['`never` opens by no place', 'a :spoiler[b]{after=never label="x"} c', 10, 'a ⟦x never⟧ c'],
  [
    '`never` within a gate',
    ':spoiler[a :spoiler[b]{after=Never}]{after=S01E02}',
    10,
    '⟨a ⟦Spoiler never⟧⟩',
  ],
  ['a stray `never` hides its block', 'a {{x} after=never} b\n\nc', 10, '⟦Spoiler never⟧\n\nc'],
  ['a broken gate never opens', ':spoiler[b]{after=finale}\n\nc', 10, '⟦Spoiler never⟧\n\nc'],
  ['a stray end hides all', 'a\n\n:::\n\nb', 10, '⟦Spoiler never⟧'],
];

describe('what a reader sees', () => {
  test.each(views)('%s', (_, body, episodes, text) => {
    expect(visible(seen(recap(body), episodes))).toBe(text);
  });

  test('a peek opens `never`, and it is no mistake', () => {
    const body = 'a :spoiler[b]{after=never} c';
    expect(visible(seen(recap(body), 10, ['0']))).toBe('a ⟨b⟩ c');
    expect(seen(recap(body), 10).isFaulty).toBe(false);
  });

  test('an episode recap is gated as a whole', () => {
    const episode = recap('Secret.', { episode: 'S01E03', summary: 'Public.' });
    expect(visible(seen(episode, 2))).toBe('⟦The recap S01E03⟧');
    expect(seen(episode, 2).summary).toBe('Public.');
    expect(visible(seen(episode, 3))).toBe('Secret.');
  });

  test('an episode is named once the one before it has been watched', () => {
    const episode = recap('', { episode: 'S01E03' });
    expect([1, 2, 3].map((episodes) => seen(episode, episodes).title)).toEqual([
      'S01E03',
      'Three',
      'Three',
    ]);
  });

  test('what was not understood is said, but not while it is behind a closed gate', () => {
    const nested = recap(':::spoiler{after=S01E05}\n:spoiler[b]{after=finale}\n:::');
    expect([4, 5].map((episodes) => seen(nested, episodes).isFaulty)).toEqual([false, true]);
  });
});

describe('a peek', () => {
  const body =
    ':::spoiler{after=S01E05}\na ||b|| :spoiler[c]{after=S01E03} :spoiler[d]{after=S01E09}\n:::\n:spoiler[e]{after=S01E05}';

  test('opens its curtain alone, and not what waits for later', () => {
    const closed = seen(recap(body), 1);
    expect(visible(closed)).toBe('⟦Spoiler S01E05⟧');
    const keys = closed.curtains[0]?.keys ?? [];
    expect(visible(seen(recap(body), 1, [...keys]))).toBe('⟨\na ⟨b⟩ ⟨c⟩ ⟦Spoiler S01E09⟧\n⟩\n⟨e⟩');
    expect(visible(seen(recap(body), 1, ['0']))).toBe(
      '⟨\na ⟨b⟩ ⟨c⟩ ⟦Spoiler S01E09⟧\n⟩\n⟦Spoiler S01E05⟧',
    );
  });

  test('at what never opens leaves the gates in it', () => {
    const broken = recap(':::spoiler{after=x}\na ||b|| :spoiler[c]{after=S01E03}\n:::');
    expect(visible(seen(broken, 1, ['0']))).toBe('⟨\na ⟨b⟩ ⟦Spoiler S01E03⟧\n⟩');
    expect(visible(seen(broken, 3, ['0']))).toBe('⟨\na ⟨b⟩ ⟨c⟩\n⟩');
  });
});
