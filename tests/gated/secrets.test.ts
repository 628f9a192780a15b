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
  // letters fold as in search
  ['Søren killed', 'Soren killed him'],
  ['Soren killed', 'SØREN kills'],
  ['Łukasz lied', 'lukasz lies'],
  ['Strauß fell', 'STRAUSS fell'],
  ['Ægir fell', 'Aegir falls'],
  ['Kristin shot J.R.', 'Kristin shot JR'],
  ['Kristin shot JR', 'It was J. R. whom Kristin shot'],
  ['Kristin shot J.R.', 'J.R. Ewing was shot by Kristin.'],
  ['O’Brien lied', 'O‘Brien lied'],
  ['O’Brien lied', 'Oʼbrien lied'],
  ['Delia pushed', '#DeliaPushedHer'],
  ['Delia pushed', 'De&#x6c;ia &#112;ushed'],
  ['Delia pushed', '[x](https://a.example/De&#108;ia%20pushed)'],
  // elisions and particles
  ['Edda tué Ivo', 'On sait qu’Edda a tué Ivo.'],
  ['Edda tué Ivo', "d'Edda, qui a tué Ivo"],
  ['Edda a tué l’ivrogne', 'Un ivrogne que tua Edda, tué'],
  ["l'assassino è Edda", 'Edda? Un assassino!'],
  ["dell'omicidio accusata Edda", "Edda è accusata d'omicidio"],
  ['Edda Ivo’yu öldürdü', 'EDDA İVO’YU ÖLDÜRDÜ'],
  ['Edda Ivo öldürdü', "Ivo'yu öldürdü, Edda'nın"],
  ['القاتل إيدا', 'كانت إيدا هي القاتلة وقاتل'],
  ['قاتل إيدا', 'والقاتل هو إيدا'],
  ['הרוצח אדה', 'ואדה היא רוצח'],
  // words and numbers written together
  ['Edda', 'Edda2'],
  ['Edda', 'Edda²'],
  ['Edda', '²Edda'],
  ['Edda', '#EddaX2'],
  ['Edda', "l'Edda2"],
  ['Edda', "l'EddaX2"],
  ['EddaX2', 'EddaX2'],
  ['EddaX2', "l'EddaX2"],
  ['EddaX2', 'l’EDDAX2'],
  ['EddaX', "l'EddaX2"],
  ['EddaX', 'EddaX2'],
  ['X2', "l'EddaX2"],
  ['X2', '#EddaX2'],
  ["l'EddaX2", 'EddaX2'],
  ["l'EddaX2", "L'EddaX 2"],
  ['l’A380', 'A380'],
  ['l’A380', 'un A 380'],
  ['A380', "l'A380"],
  ['R2D2', "d'R2D2"],
  ['R2D2', 'R2-D2'],
  ['R2-D2', 'R2D2'],
  ["d'R2D2", 'R2D2'],
  ['Ivo 7', "l'Ivo7"],
  // scripts without spaces
  ['黛莉亚推了卡西', '其实是黛莉亚推了卡西的。'],
  ['黛莉亚推了卡西', '卡西是被黛莉亚推的'],
  ['艾达杀了伊沃', '原来艾达杀了伊沃。'],
  ['エッダがイヴォを殺した', '昨日エッダがイヴォを殺した。'],
  ['エッダがイヴォを殺した', 'イヴォを殺すのはエッダだ'],
  ['エッダ 犯人', '犯人はエッダ'],
  ['エッダ 犯人', '犯人はｴｯﾀﾞ'],
  ['เอดด้า ฆาตกร', 'เอดด้าเป็นฆาตกร'],
  ['เอดด้าเป็นฆาตกร', 'ฆาตกรนั้นเป็นเอดด้า'],
  ['델리아 범인', '사실 델리아가 범인이다.'],
  ['델리아가 범인이다', '범인은 델리아'],
  ['에다가 이보를 죽였다', '이보를 죽인 에다'],
];

const notHeld: [phrase: string, sentence: string][] = [
  ['Delia pushed', 'Delia was there.'],
  ['Delia pushed', 'Somebody pushed her.'],
  ['Delia pushed', 'Cordelia pushed her.'],
  ['Delia pushed', ''],
  ['the mother', 'the other'],
  ['Kristin shot J.R.', 'Kristin shot Jo and R'],
  ['Edda tué Ivo', 'Ivo n’est pas tué'],
  ['Edda2', 'Edda'],
  ["l'Edda2", "l'Edda"],
  ['R2D2', 'R2'],
  ['A380', "l'A38"],
  ['A2 is Kate', 'Kate has a dog and 2 cats.'],
  ['S3 burns', 'Anna’s 3 letters burn'],
  ['黛莉亚推了卡西', '黛莉亚走了'],
  ['王明', '国王说明天'],
  ['エッダがイヴォを殺した', 'エッダはイヴォを見た'],
  ['เอดด้า ฆาตกร', 'เอดด้าไปบ้าน'],
  ['델리아 범인', '델리아는 간다'],
  ['القاتل إيدا', 'إيدا هنا'],
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
    expect(message).toMatch(/secrets|YAML|is not closed/);
    expect(message).not.toMatch(/Zoe|hid/);
  });
});

test('the checker gets the same answer however often and in whatever order it asks', () => {
  const declared = ['Delia pushed', 'the white rose'].map((phrase) => ({
    phrase,
    after: code(10),
  }));
  const questions: [markdown: string, context: string[], held: number[]][] = [
    ['She pushed.', [], []],
    ['She pushed.', ['Delia'], [0]],
    ['Delia', ['She pushed.'], [0]],
    ['She pushed.', ['Delia pushed'], []],
    ['Delia pushed\n\nShe pushed.', [], [0]],
    ['Delia pushed a white rose.', [], [0, 1]],
  ];
  const secrets = new Secrets(declared);
  for (const [markdown, context, held] of [...questions, ...questions.toReversed()]) {
    expect(secrets.heldIn(markdown, context)).toEqual(held);
    expect(new Secrets(declared).heldIn(markdown, context)).toEqual(held);
  }
});
