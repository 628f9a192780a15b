import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/gated/secrets.ts';
import { Show } from '../../src/gated/show.ts';
import { readShowFrontMatter } from '../../src/model/front-matter.ts';
import { RecapError } from '../../src/model/problem.ts';
import { code, show } from '../support/recaps.ts';

/** Whether a sentence holds the phrase, for a reader who has watched nothing. */
function holds(phrase: string, sentence: string): boolean {
  const secrets = new Secrets([{ phrase, after: code(10) }]);
  return secrets.closedAt(null, show.order).gateOf(sentence) !== undefined;
}

const held: [phrase: string, sentence: string][] = [
  ['Delia pushed', 'Delia pushed her.'],
  ['Delia pushed', 'It was Delia, we hear, who pushes people.'],
  ['Delia pushed', 'Pushing is what DELIA does'],
  ['Delia pushed', 'Délia’s push'],
  ['Delia pushed', '**Del**ia _push_ed'],
  ['Delia pushed', 'De&#108;ia pushed'],
  ['Delia pushed', '[Delia](https://a.example/pushed)'],
  ['Delia pushed', 'delia-pushed-her'],
  ['Delia pushed', '<b>Delia</b> push<i>ed</i>'],
  ['throws a rose', 'the rose that was thrown'],
  ['she threw it', 'She throws it'],
  ['a wife in Rome', 'of his wives, one lived at Rome'],
  ['Molly is the mother of Estella', 'Estella’s mother, Molly'],
  ['Magwitch', 'MAGWITCH!'],
  ['O’Brien lied', "Lying, O'Brien left"],
  ['the', 'the'],
  ['ひみつ', 'ひみつ'],
];

const notHeld: [phrase: string, sentence: string][] = [
  ['Delia pushed', 'Delia was there.'],
  ['Delia pushed', 'Somebody pushed her.'],
  ['Delia pushed', 'Cordelia pushed her.'],
  ['Delia pushed', ''],
  ['the mother', 'the other'],
];

describe('a phrase is held in any inflection and order', () => {
  test.each(held)('%s: %s', (phrase, sentence) => expect(holds(phrase, sentence)).toBe(true));
  test.each(notHeld)('%s: not %s', (phrase, sentence) =>
    expect(holds(phrase, sentence)).toBe(false),
  );
});

describe('the gate of a sentence', () => {
  const secrets = new Secrets([
    { phrase: 'Ada fell', after: code(3) },
    { phrase: 'Ada rose', after: code(5) },
    { phrase: 'Bo fell', after: 'S09E09' },
  ]);
  const gate = (episodes: number, sentence: string) =>
    secrets.closedAt(episodes === 0 ? null : code(episodes), show.order).gateOf(sentence);

  test.each([
    ['is that of the secret', 0, 'Ada fell', code(3)],
    ['is the latest of all', 0, 'Ada fell and rose', code(5)],
    ['is none once it is told', 3, 'Ada fell', undefined],
    ['is that of what is still untold', 3, 'Ada fell and rose', code(5)],
    ['never opens where the episode is not known', 10, 'Bo fell', null],
    ['never opens beside one that does', 0, 'Ada and Bo fell', null],
  ] as const)('%s', (_, episodes, sentence, expected) => {
    expect(gate(episodes, sentence)).toBe(expected);
  });
});

describe('the phrases stay where they are', () => {
  const read = readShowFrontMatter('title: A\nsecrets: [{ phrase: Zoe hid it, after: 1x2 }]');
  const told = new Show('a', read);

  test('no printing and no JSON reaches them', () => {
    expect(inspect(told, { depth: 9, showHidden: true })).not.toMatch(/Zoe|zoe/);
    expect(JSON.stringify(told)).not.toMatch(/Zoe|zoe/);
  });

  test('a show whose title or network is one is called by its slug', () => {
    const named = { title: 'Zoe', network: 'Zoe TV', secrets: [{ phrase: 'Zoe', after: code(1) }] };
    expect(new Show('a', { ...named, episodes: [] })).toMatchObject({ title: 'a', network: null });
  });

  test.each([
    'secrets: Zoe hid it',
    'secrets: [Zoe hid it]',
    'secrets: [{ phrase: Zoe hid it }]',
    'secrets: [{ phrase: Zoe hid it, after: Zoe }]',
    'secrets: [{ phrase: [Zoe], after: S01E01 }]',
    'secrets: [{ phrase: "Zoe\\nhid", after: S01E01 }]',
    'secrets: [{ after: S01E01, Zoe: hid }]',
    'secrets: [{ phrase: "…", after: S01E01 }]',
    'secrets: [{ phrase: Zoe hid it, after: S01E01 }',
  ])('a fault in them is told without them: %s', (line) => {
    let message = '';
    try {
      readShowFrontMatter(`title: A\n${line}`);
    } catch (error) {
      message = error instanceof RecapError ? error.message : 'another error';
    }
    expect(message).toMatch(/secrets|YAML/);
    expect(message).not.toMatch(/Zoe|hid/);
  });
});
