import { FIRST_WORD } from './first-word.ts';
import { sentence, sentences, words } from './prose.ts';
import { type Random, randomOf } from './random.ts';

/** The episode that generated readers have watched; what waits for a later one is behind a curtain. */
export const PLACE = 'S01E04';

const KB = 1024;

/** The sizes of the recaps that are read, by name, in bytes. */
export const SIZES = { '10 KB': 10 * KB, '1 MB': KB * KB, '10 MB': 10 * KB * KB } as const;

/** The parts that a recap is made of, over and over. */
const PARTS: readonly ((random: Random) => string)[] = [
  (random) => `## ${words(random, 4)}`,
  (random) =>
    `${sentence(random)} *${words(random, 2)}* and **${words(random, 3)}**. ${sentences(random, 3)} ` +
    `Of :spoiler[${words(random, 5)}]{after=S01E07 label="later"} nobody speaks. ${sentence(random)}`,
  (random) => [1, 2, 3].map(() => `- ${sentence(random)}`).join('\n'),
  (random) =>
    `${sentences(random, 2)} See [${words(random, 2)}](https://recaps.example/${words(random, 1)}), ` +
    `\`${words(random, 1)}\` and <https://recaps.example/>.`,
  (random) =>
    ['| who | where | since |', '| --- | --- | ---: |']
      .concat([1, 2, 3].map((n) => `| ${words(random, 2)} | ${words(random, 3)} | ${n}${n}${n} |`))
      .join('\n'),
  (random) => `> ${sentence(random)}\n> ${sentence(random)}`,
  (random) =>
    `:::spoiler{after=S01E09 label="The ending"}\n${sentences(random, 2)}\n\n- ${sentence(random)}\n:::`,
  (random) => `### ${words(random, 3)}`,
  (random) =>
    [1, 2, 3].map((n) => `${n}. ${sentence(random)}\n   - ${words(random, 6)}`).join('\n'),
  (random) => `\`\`\`\n${words(random, 5)}\n  ${words(random, 4)}\n\`\`\``,
  (random) =>
    `${sentences(random, 4)} ~~${words(random, 2)}~~ >!${words(random, 4)}!< ${sentence(random)}`,
];

/** The Markdown of a recap's body of about so many bytes: the same text for the same size. */
export function bodyOf(bytes: number): string {
  const random = randomOf(bytes);
  const parts = [`${FIRST_WORD} ${words(random, 6)}. ${sentence(random)}`];
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const part = PARTS[index % PARTS.length]?.(random) ?? '';
    parts.push(part);
    length += part.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

/** A recap's file: an article, public but for its spoilers. */
export function documentOf(bytes: number): string {
  return `---\ntitle: The long night\nsummary: What the harbour knows.\n---\n\n${bodyOf(bytes)}`;
}
