import { describe, expect, test } from 'vitest';
import { Show } from '../../src/gated/show.ts';
import type { Place } from '../../src/model/order.ts';
import { listing } from '../../src/veil/listing.ts';
import { markdownOf } from '../../src/veil/plain-marks.ts';
import { veil } from '../../src/veil/veil.ts';
import { code, recap, SECRETS, seen, visible } from '../support/recaps.ts';

// `Zelda vanished` and `the heir poisons Otto` wait for S01E06
const C = '⟦Spoiler S01E06⟧';

const concealed: [what: string, body: string, visible: string][] = [
  ['a sentence', 'All is well. Zelda vanished. Go on.', `All is well. ${C} Go on.`],
  ['over a line break', 'So. Zelda\nhas vanished. Go on.', `So. ${C} Go on.`],
  ['sentences in a row are one', 'Zelda vanished. Zelda vanishes. Go on.', `${C} Go on.`],
  ['paragraphs in a row are one', 'Zelda vanished.\n\nZelda vanishes.\n\nOn.', `${C}\n\nOn.`],
  ['a heading', '## Zelda vanishes\n\nGo on.', `## ${C}\n\nGo on.`],
  ['an underlined heading', 'Zelda vanishes\n===\n\nGo on.', `${C}\n\nGo on.`],
  ['an item', '- one\n- Zelda vanished\n- three', `- one\n- ${C}\n- three`],
  ['an item with a box', '- [ ] Zelda vanished', `- [ ] ${C}`],
  ['a quote', '> So. Zelda\n> vanished.\n\nOn.', `> So. ${C}\n\nOn.`],
  ['a row', '|a|b|\n|-|-|\n|Zelda|vanished|\n|c|d|', `|a|b|\n|-|-|\n| ${C} | |\n|c|d|`],
  ['a note', 'A.[^1]\n\n[^1]: Zelda vanished.', `A.[^1]\n\n[^1]: ${C}`],
  ['the text of a picture', 'Look: ![Zelda vanishing](a.png)', C],
  ['a link', 'See. [Zelda](https://a.example/vanished) On.', `See. ${C}`],
  ['a definition', 'A.\n\n[a]: https://a.example "Zelda vanished"', `A.\n\n${C}`],
  ['code', '```\nZelda vanished\n\nx\n```\n\nMore.', `\`\`\`\n${C}\n\nx\n\`\`\`\n\nMore.`],
  ['what stands behind a fence', '```Zelda vanished\nx\n```', `\`\`\`${C}\nx\n\`\`\``],
  ['a comment', 'A.\n\n<!-- Zelda vanished -->', `A.\n\n${C}`],
  ['an abbreviation ends no sentence', 'Dr. Zelda of St. X vanished. On.', `${C} On.`],
  ['nor does an initial', 'Zelda B. Vance vanished. On.', `${C} On.`],
  ['nor a stop before a small letter', 'Zelda … who vanished. On.', `${C} On.`],
  ['an item of several sentences', '- It was Zelda. She vanished.\n- On.', `- ${C}\n- On.`],
  [
    'an underlined heading of several sentences',
    'Zelda left. She vanished.\n===\n\nOn.',
    `${C}\n\nOn.`,
  ],
  ['a heading with the fact below it', '## Zelda\n\nShe vanished. On.', `## Zelda\n\n${C} On.`],
  [
    'a heading over one more heading',
    '# Zelda\n\n## Fate\n\nVanished.',
    `# Zelda\n\n## Fate\n\n${C}`,
  ],
  ['an underlined heading with the fact below it', 'Zelda\n---\nVanished.', `Zelda\n---\n${C}`],
  ['a heading over a list', '## Zelda\n\n- tall\n- vanished', `## Zelda\n\n- tall\n- ${C}`],
  [
    'a heading over a table',
    '## Zelda\n\n|fate|\n|-|\n|vanished|',
    `## Zelda\n\n|fate|\n|-|\n| ${C} |`,
  ],
  ['a bold line over its paragraph', '**Zelda**\n\nShe vanished.', `**Zelda**\n\n${C}`],
  ['a colon over a list', 'Of Zelda:\n\n- tall\n- vanished', `Of Zelda:\n\n- tall\n- ${C}`],
  ['an item nested in another', '- Zelda\n  - vanished\n- On', `- Zelda\n  - ${C}\n- On`],
  [
    'the second paragraph of an item',
    '- Zelda\n\n  She vanished.\n\nOn.',
    `- Zelda\n\n  ${C}\n\nOn.`,
  ],
  ['an item in a quote', '> - Zelda\n>   - vanished', `> - Zelda\n>   - ${C}`],
  [
    'a row under the head of its table',
    '|Zelda|Otto|\n|-|-|\n|vanished|ate|',
    `|Zelda|Otto|\n|-|-|\n| ${C} | |`,
  ],
  ['a definition', 'Zelda.\n: Vanished.\n\nOn.', `${C}\n\nOn.`],
  ['the answer to a question', 'Who vanished? Zelda! On.', `Who vanished? ${C} On.`],
  ['the answer below a question', 'Who vanished?\n\nZelda.', `Who vanished?\n\n${C}`],
  [
    'the address of a reference',
    'See [her][1] vanish. On.\n\n[1]: http://a.example/Zelda',
    `${C} On.\n\n[1]: http://a.example/Zelda`,
  ],
  [
    'the title of a reference',
    'See [z][] vanish. On.\n\n[Z]: http://a.example\n  "Zelda"',
    `${C} On.\n\n[Z]: http://a.example\n  "Zelda"`,
  ],
  ['a note', 'She[^1] vanished. On.\n\n[^1]: Zelda.', `${C} On.\n\n[^1]: Zelda.`],
  ['a rank ends no sentence', 'Lt. Cmdr. Zelda vanished. On.', `${C} On.`],
  [
    'nor do titles of other languages',
    'Hptm. Zelda, Sig. X. and Mme. Z. vanished. On.',
    `${C} On.`,
  ],
  ['nor initials', 'J.R. Zelda vanished. On.', `${C} On.`],
  ['a question', 'Who? Did Zelda vanish? On.', `Who? ${C} On.`],
  ['a quoted sentence', '“Zelda vanished.” She sat.', `${C} She sat.`],
  ['Chinese stops', 'Zelda vanished。他走了。', `${C}他走了。`],
  ['with a spoiler in it', 'Zelda :spoiler[then]{after=S01E02} vanished. On.', `${C} On.`],
  [
    'that begins in an open spoiler',
    'A :spoiler[bit. Zelda]{after=S01E02} vanished. On.',
    `A ⟨bit. ⟩${C} On.`,
  ],
  [
    'that ends in an open spoiler',
    'So. Zelda :spoiler[vanished. But]{after=S01E02} on.',
    `So. ${C}⟨ But⟩ on.`,
  ],
  ['in an open block', ':::spoiler{after=S01E02}\nSo. Zelda vanished.\n:::', `⟨\nSo. ${C}\n⟩`],
  ['beside a curtain of the same gate', 'Zelda vanished. :spoiler[b]{after=S01E06}', C],
];

/** Sentences that something parts which is not seen, or which looks like the end of one. */
const PARTED = [
  'Ze&#8203;lda van&shy;ished.',
  'Ｚｅｌｄａ vanished.',
  'Ze:spoiler[lda]{after=S01E01} vanished.',
  'Zelda <!-- Fixed. Done. --> vanished.',
  '[Zelda](http://a.example "See. Now") vanished.',
  'Zelda <script>. A </script> vanished.',
  'Ze<!-- a > b -->lda vanished.',
  'Ze<b title=">">lda</b> vanished.',
  'Zelda<br>van<b>ish</b>ed.',
  'Zelda\n\u00a0\nvanished.',
  'Zelda\n* \nvanished.',
  'Zelda\n     - vanished.',
  'Zelda\n     # vanished.',
  'Zelda\nvanished.\n| - | - |',
  'Zelda\n[^a b]: vanished.',
  'Zelda ... *vanished* then.',
  'It was Zelda… “vanished” for good.',
  'Zelda \\. Vanished',
  'Ze[l](#)da vanished.',
  'Ze[^1]lda vanished.',
  '[x](http://a.example/Ze%6Cda-vanished)',
];

const shown: [what: string, body: string][] = [
  ['words in two sentences', 'Zelda was there. Somebody vanished.'],
  ['words in two paragraphs', 'Zelda was there\n\nand vanished'],
  ['words in two items', '- Zelda\n- vanished'],
  ['words in two rows', '|a|\n|-|\n|Zelda|\n|vanished|'],
  ['a heading and what is below its first paragraph', '## Zelda\n\nShe left.\n\nIt vanished.'],
  ['an item and the one beside it', '- Zelda\n  - left\n- it vanished'],
];

describe('a declared secret is kept where its author forgot a gate', () => {
  test.each(concealed)('%s', (_, body, expected) => {
    expect(visible(seen(recap(body), 2))).toBe(expected);
    expect(seen(recap(body), 6).curtains.some(({ gate }) => gate === code(6))).toBe(false);
  });
  test.each(PARTED)('however it is parted: %j', (body) => {
    const { text, curtains } = seen(recap(body), 2);
    expect(curtains.map(({ gate }) => gate)).toContain(code(6));
    expect(text).not.toMatch(/vanished|Zelda/i);
  });
  test.each(shown)('not %s', (_, body) => expect(seen(recap(body), 0).curtains).toEqual([]));
});

describe('what a reader sees depends on what can be seen', () => {
  test('what is hidden is read together with nothing', () => {
    const hidden = '## Of ||Zelda|| here\n\nIt vanished.';
    expect(visible(seen(recap(hidden), 2))).toBe('## Of ⟦Spoiler S01E10⟧ here\n\nIt vanished.');
    const secret = '## Zelda vanished\n\nZelda left.';
    expect(visible(seen(recap(secret), 2))).toBe('## ⟦Spoiler S01E06⟧\n\nZelda left.');
  });

  const body = 'Zelda :spoiler[vanished]{after=S01E03} then.';
  test('words behind a closed gate make no secret of what surrounds them', () => {
    expect(visible(seen(recap(body), 2))).toBe('Zelda ⟦Spoiler S01E03⟧ then.');
    expect(visible(seen(recap(body), 3))).toBe(C);
  });

  test('a peek opens what waits for that episode in that stretch, and no other', () => {
    const text = 'A. Zelda vanished. B.\n\n:::spoiler{after=S01E02}\nZelda vanished.\n:::\nC.';
    const keys = seen(recap(text), 2).curtains.map((curtain) => curtain.keys);
    expect(keys).toEqual([['0~S01E06'], ['0.0~S01E06']]);
    const peeked = seen(recap(text), 2, ['0~S01E06']);
    expect(visible(peeked)).toContain('A. Zelda vanished. B.');
    expect(peeked.curtains).toHaveLength(1);
  });
});

describe('what names a recap', () => {
  const frontMatter = {
    title: 'How Zelda vanished',
    summary: 'In which Zelda vanishes.',
    author: 'Zelda Vanish',
    source: 'https://a.example/zelda-vanished',
    tags: ['zelda vanished', 'finale'],
  };
  const subject = recap('Body.', frontMatter);

  test('is kept as well', () => {
    expect(seen(subject, 5)).toMatchObject({
      title: 'Title hidden',
      summary: null,
      author: null,
      source: null,
      tags: ['finale'],
    });
    expect(seen(subject, 6)).toMatchObject(frontMatter);
  });

  test('a label becomes no label', () => {
    const labelled = recap(':spoiler[x]{after=S01E09 label="Zelda vanished"}');
    expect(visible(seen(labelled, 5))).toBe('⟦Spoiler S01E09⟧');
    expect(visible(seen(labelled, 6))).toBe('⟦Zelda vanished S01E09⟧');
  });

  test('an episode’s title, even with `--titles`, and in a list', () => {
    const told = new Show('a-show', {
      title: 'A',
      episodes: [{ code: code(1), title: 'Zelda vanishes' }],
      secrets: [{ phrase: SECRETS[0], after: code(1) }],
    });
    const episode = recap('Body.', { episode: code(1), summary: 'Zelda vanished.' });
    const shelf = {
      summary: told,
      show: told,
      recaps: [{ head: episode.head, path: 'x' }],
      introduction: undefined,
      people: undefined,
    };
    const at = (place: Place) => {
      const reader = { place, showsTitles: true };
      const [listed] = listing(shelf, reader);
      return [listed?.title, listed?.summary, veil(episode, told, reader).title];
    };
    expect(at(null)).toEqual([null, null, 'S01E01']);
    expect(at(code(1))).toEqual(['Zelda vanishes', 'Zelda vanished.', 'Zelda vanishes']);
  });

  test('programs get no word of it', () => {
    const view = seen(recap('# Zelda vanishes\n\n**Zelda** vanished, `so`.'), 0);
    expect(markdownOf(view)).toBe('# [Spoiler: hidden until S01E06]');
  });
});

describe('a show that cannot be read shows nothing, as any sentence may hold a secret of it', () => {
  const broken = new Show('a-show', 'broken');
  const subject = recap('Public.\n\n## Heading', {
    title: 'Title',
    summary: 'Summary.',
    tags: ['tag'],
  });
  const view = veil(subject, broken, { place: code(10), showsTitles: true });

  test('no text, no title, no summary', () => {
    expect(visible(view)).toBe('⟦Spoiler never⟧\n\n## ⟦Spoiler never⟧');
    expect(view).toMatchObject({ title: 'Title hidden', summary: null, tags: [] });
  });
});
