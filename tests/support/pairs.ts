import fc from 'fast-check';

/**
 * Pairs of recaps that are equal in all that is public and differ in gated text: what noninterference
 * (docs/design.md) is tested with. A skeleton is made once and its gated places are filled twice.
 */
export interface Pair {
  readonly bodies: readonly [string, string];
  /** The same as bodies of episode recaps: there a spoiler without a gate opens with the recap. */
  readonly episodeBodies: readonly [string, string];
  /** How many episodes have been watched, 0 to 10: what is closed at this place differs in the two. */
  readonly episodes: number;
  /** How many stretches are closed, for the guard against vacuous cases. */
  readonly closed: number;
}

type Node =
  | { readonly kind: 'public'; readonly text: string }
  | {
      readonly kind: 'spoiler';
      readonly form: Form;
      /** 1 to 10, or 0 for none. */
      readonly gate: number;
      readonly label: string | undefined;
      readonly fillings: readonly [Filling, Filling];
      /** Nothing but a line feed stands before what follows a section. */
      readonly isTight: boolean;
      readonly nested: readonly Node[];
    }
  | {
      readonly kind: 'secret';
      readonly form: SecretForm;
      /** What the two recaps say in public that must wait for S01E06 all the same. */
      readonly said: readonly [Said, Said];
    };

/** Sentences that hold a declared secret, and the same as one that stands alone. */
interface Said {
  readonly sentences: string;
  readonly line: string;
  /** What says it of whoever is named above. */
  readonly fact: string;
}

type SecretForm =
  | 'paragraph'
  | 'sentence'
  | 'heading'
  | 'item'
  | 'quote'
  | 'row'
  | 'label'
  | 'around'
  | 'below'
  | 'nested'
  | 'reference';

type Form = 'block' | 'section' | 'words' | 'bars' | 'arrows' | 'tag' | 'details' | 'quote';

/** A filling as text for lines, and as text within a line. */
interface Filling {
  readonly lines: string;
  readonly words: string;
  /** The forms that it would end: there it is no text. */
  readonly ends?: readonly Form[];
}

const PUBLIC = [
  'Cassie is [here][t] and there[^n].',
  '[t]: https://public.example/t "A title"',
  '[^n]: A public note.',
  '1. one\n2. two',
  '- a\n- b\n\n  c',
  '> quoted\n> more',
  '```\ncode\n```',
  '### Ending',
  '## Next',
  '| a | b |\n| - | - |\n| c | d |',
  '**bold starts',
  'Title text\n---',
  '<div>\nhtml\n</div>',
  'lazy *emphasis',
  '    indented code',
  'https://bare.example/x',
  '*[HTML]: x',
  '![alt](https://a.example/i.png)',
  '~~struck~~ and `code`',
];

/** What closes what it opens: Markdown of every kind, definitions, controls, nested spoilers, faults. */
const FILLINGS: Filling[] = [
  { lines: '', words: '' },
  { lines: 'x', words: 'x' },
  { lines: 'Delia pushed her.', words: 'Delia pushed her' },
  { lines: 'word '.repeat(2000), words: 'word '.repeat(2000) },
  { lines: '```\n# not a heading\na || b\n```', words: '`code`' },
  { lines: '~~~\n:::\n~~~', words: '**bold' },
  { lines: '###### Ending', words: '*emphasis*' },
  { lines: '1. one\n2. two\n3. three', words: '_under' },
  { lines: '- a\n  - b\n    - c', words: '[link](https://gated.example)' },
  { lines: '| a | b |\n| - | - |\n| c | d |\n| e | f |', words: '![alt](x.png)' },
  { lines: '> quote\n> > deep', words: '<b>html</b>' },
  { lines: '<!-- an open comment', words: '<!-- a' },
  { lines: '<div>\n\n', words: '</div>' },
  { lines: '[t]: https://gated.example/t "Gated"', words: '[t][]' },
  { lines: 'Also[^n].\n\n[^n]: A gated note.\n[^m]: Another.', words: 'note[^n]' },
  { lines: '===', words: '\\\\' },
  { lines: '---\n\ntext', words: '&#27;c' },
  { lines: '\u001b[2J\u001b]0;t\u0007\u202e', words: '\u001b[31m' },
  { lines: ':::spoiler{after=S01E10 label="Gated label"}\nnested\n:::', words: 'a\u200bb' },
  { lines: ':::spoiler{after=finale}\nnested fault\n:::', words: ':spoiler[n]{after=S01E01}' },
  { lines: 'She :spoiler[nests]{after=S01E01 label="g"} too', words: ':spoiler[n]{after=x9}' },
  { lines: '    deep\n        deeper', words: '\\]' },
  { lines: '***\n\n***', words: '\u{1f468}\u200d\u{1f469}' },
  { lines: 'tiny pretty things', words: '漢字' },
  { lines: 'stray {after=S01E03} attributes', words: 'stray {after=S01E03} attributes' },
  { lines: 'a :spoilr[misspelt]{after=S01E03} one', words: 'x {after=' },
  { lines: '---\ntitle: x\n---', words: '$&' },
  // ends without a beginning
  { lines: 'a\n:::\nb', words: 'a :::', ends: ['block'] },
  { lines: 'a [/spoiler] b', words: 'a [/spoiler] b', ends: ['tag'] },
  { lines: 'a </details> b', words: 'a </details> b', ends: ['details'] },
  { lines: 'wow!< yes', words: 'wow!< yes', ends: ['arrows', 'quote'] },
  // nesting beyond the limit
  {
    lines: `${'[spoiler]'.repeat(40)}x${'[/spoiler]'.repeat(40)}`,
    words: `${':spoiler['.repeat(40)}x${']'.repeat(40)}`,
  },
  { lines: `${':::spoiler\n'.repeat(40)}x\n${':::\n'.repeat(40)}`, words: 'x' },
  // what a heading right below could belong to
  { lines: 'See\n<https://gated.example/a>', words: '<https://gated.example>' },
  { lines: '<br>', words: 'a<br>b' },
  { lines: '<div>\n<p>x</p>\n</div>', words: 'a ` b' },
  { lines: 'x {after=S01E03}', words: '{after=S01E03}' },
  { lines: '{after=S01E03}', words: '**a** {after=S01E03}' },
  { lines: '| a ||b|| |\n| - | - |', words: 'a > b -> c' },
  ...PUBLIC.map((line) => ({ lines: line, words: line.replace(/[\n|[\]!<>`]/g, ' ') })),
];

/** Secrets of `recaps.ts`, in other words, order and markup, of all lengths. */
const SAID: readonly Said[] = [
  { sentences: 'Zelda vanished.', line: 'Zelda vanished', fact: 'She vanished.' },
  {
    sentences: 'It was then that ZELDA, of all people,\nhad to *vanish* at last!',
    line: 'vanishing Zelda',
    fact: 'Vanishing was all that she did, in the end, and nobody\nsaw *her* again: not on that day, nor on any other.',
  },
  {
    sentences: '**Zel**da vanishes. Mr. X knows that Zelda vanished?',
    line: 'Why did Zelda vanish',
    fact: 'She vanishes',
  },
  {
    sentences: `Otto ${'who had dined late '.repeat(50)} was poisoned by the heir.`,
    line: 'Otto, the heir, poison',
    fact: '`vanished`',
  },
  {
    sentences: 'Poisoning Otto, the [heir](https://a.example/x) left.',
    line: '`Otto` poisoned his heir',
    fact: 'It is she who has vanished, Mr. X says.',
  },
  {
    sentences: 'The heirs poison Otto. Zelda has vanished! The heir poisons Otto.',
    line: 'heir &amp; poison: O&#116;to',
    fact: 'She ate, slept and vanished',
  },
];

/** The same show, the same place: from S01E06 on all of it may be said. */
const TOLD = 6;

const secretNode: fc.Arbitrary<Node> = fc.record({
  kind: fc.constant('secret' as const),
  form: fc.constantFrom<SecretForm>(
    'paragraph',
    'sentence',
    'heading',
    'item',
    'quote',
    'row',
    'label',
    'around',
    'below',
    'nested',
    'reference',
  ),
  said: fc.tuple(fc.constantFrom(...SAID), fc.constantFrom(...SAID)),
});

const filling = fc.constantFrom(...FILLINGS);
const publicNode: fc.Arbitrary<Node> = fc
  .constantFrom(...PUBLIC)
  .map((text) => ({ kind: 'public', text }));
const form: fc.Arbitrary<Form> = fc.constantFrom(
  'block',
  'block',
  'section',
  'words',
  'words',
  'bars',
  'arrows',
  'tag',
  'details',
  'quote',
);

const spoilerNode: fc.Arbitrary<Node> = fc
  .record({
    form,
    gate: fc.nat(10),
    label: fc.option(fc.constantFrom('The motive', 'A name'), { nil: undefined }),
    fillings: fc.tuple(filling, filling),
    nestedGate: fc.nat(10),
    nestedFillings: fc.tuple(filling, filling),
    isNested: fc.boolean(),
    isTight: fc.boolean(),
  })
  .map(({ isNested, nestedGate, nestedFillings, ...spoiler }) => ({
    kind: 'spoiler',
    ...spoiler,
    nested: isNested
      ? [
          {
            kind: 'spoiler',
            form: 'block',
            gate: nestedGate,
            label: undefined,
            fillings: nestedFillings,
            isTight: false,
            nested: [],
          },
        ]
      : [],
  }));

const skeleton = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: publicNode },
    { weight: 3, arbitrary: spoilerNode },
    { weight: 1, arbitrary: secretNode },
  ),
  { minLength: 1, maxLength: 8 },
);

/** Two bodies that differ in how many neighbors a curtain stands for. All of them are closed before S01E05. */
export const neighbors: fc.Arbitrary<readonly [string, string]> = fc
  .record({
    form: fc.constantFrom('block', 'section', 'words'),
    gap: fc.constantFrom('\n', '\n\n', ' ', '\n\n\n'),
    count: fc.integer({ min: 2, max: 5 }),
    behind: fc.constantFrom('\n\nEnd.', '\n\n- a', '', '\n\n## End'),
  })
  .map(({ form, gap, count, behind }) => {
    const one = {
      block: ':::spoiler{after=S01E05 label="L"}\nx\n:::',
      section: '## A {after=S01E05 label="L"}\n\nx',
      words: ':spoiler[x]{after=S01E05 label="L"}',
    }[form];
    const between = form === 'words' ? gap : gap.replace(' ', '\n');
    const end = form === 'section' ? behind.replace(/\n\n[^#].*/, '') : behind;
    const body = (times: number) => `Begin.\n\n${Array(times).fill(one).join(between)}${end}`;
    return [body(1), body(count)] as const;
  });

/** Pairs of bodies at a place. */
export const pairs: fc.Arbitrary<Pair> = fc
  .record({ nodes: skeleton, episodes: fc.nat(10), separator: fc.constantFrom('\n\n', '\n') })
  .map(({ nodes, episodes, separator }) => {
    const count = { closed: 0 };
    const body = (side: 0 | 1, around: number, counted: { closed: number }) =>
      `${nodes.map((node) => written(node, side, episodes, around, counted)).join(separator)}\n`;
    return {
      bodies: [body(0, 0, count), body(1, 0, count)],
      episodeBodies: [body(0, 1, { closed: 0 }), body(1, 1, { closed: 0 })],
      episodes,
      closed: count.closed,
    };
  });

function written(
  node: Node,
  side: 0 | 1,
  episodes: number,
  around: number,
  count: { closed: number },
): string {
  if (node.kind === 'public') return node.text;
  if (node.kind === 'secret') {
    if (episodes < TOLD) count.closed++;
    return secretly(node.form, node.said[episodes < TOLD ? side : 0]);
  }
  const { form, gate, label, fillings, nested, isTight } = node;
  // without a gate: that of what surrounds it, or the last
  const own = hasAttributes(form) ? gate : 0;
  const effective = own === 0 ? around || 10 : Math.max(own, around);
  const isClosed = effective > episodes;
  if (isClosed) count.closed++;
  const filling = fillings[isClosed ? side : 0];
  const { lines, words } = filling.ends?.includes(form) ? { lines: 'x', words: 'x' } : filling;
  const inner = nested.map((child) => written(child, side, episodes, effective, count)).join('\n');
  const attributes = `{${gate === 0 ? '' : `after=S01E${gate}`}${label || form === 'section' ? ` label="${label ?? 'A section'}"` : ''}}`;
  switch (form) {
    case 'block':
      return `:::spoiler${attributes}\n${lines}\n${inner === '' ? '' : `${inner}\n`}:::`;
    case 'section': {
      const after = isTight ? `${inner === '' ? '' : '\n'}## After` : '\n\n## After';
      return `## ${words.replace(/[{\n]/g, ' ')} ${attributes}\n\n${sectionSafe(lines)}\n${inner}${after}`;
    }
    case 'words':
      return `Before :spoiler[${words}]${attributes} behind.`;
    case 'bars':
      return `Before ||${words}|| behind.`;
    case 'arrows':
      return `Before >!${words}!< behind.`;
    case 'tag':
      return `[spoiler]\n${lines}\n[/spoiler]\nbehind`;
    case 'details':
      return `<details><summary>More</summary>\n\n${lines}\n</details>\nbehind`;
    case 'quote':
      return `\n>! ${words}\n\nbehind`;
  }
}

function secretly(form: SecretForm, { sentences, line, fact }: Said): string {
  switch (form) {
    case 'paragraph':
      return `\n${sentences}\n`;
    case 'sentence':
      return `\nAll was well. ${sentences} All is well.\n`;
    case 'heading':
      return `\n### ${line}\n`;
    case 'item':
      return `\n- ${line}\n- more\n`;
    case 'quote':
      return `\n> ${sentences.replace('\n', '\n> ')}\n`;
    case 'row':
      return `\n| a | b |\n| - | - |\n| ${line} | d |\n`;
    case 'below':
      return `\n#### Zelda\n\n${fact}\n`;
    case 'nested':
      return `\n- Zelda\n  - ${fact}\n`;
    case 'reference':
      return `\n[Of her][z] this: ${fact}\n\n[z]: https://a.example/Zelda\n`;
    case 'label':
      return `\n:::spoiler{after=S01E08 label="${line}"}\n${line}\n:::\n`;
    case 'around':
      return `\nAll was :spoiler[hidden]{after=S01E02} ${sentences.replace(/[.!?]/g, ',')} :spoiler[hidden]{after=S01E09} then.\n`;
  }
}

/** Whether a form is written with its gate; the others, foreign ones, have none. */
function hasAttributes(form: Form): boolean {
  return form === 'block' || form === 'section' || form === 'words';
}

/** A section ends at a heading, so that its filling has none of its rank. */
function sectionSafe(lines: string): string {
  return lines.replace(/^## /gm, '###### ');
}
