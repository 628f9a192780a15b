import { type Block, LIKE_HEADING, type Surroundings, type Words } from './block.ts';
import { episodeNames } from './episode-names.ts';
import type { Line } from './inline-lines.ts';

/** The longest line that can be a heading. */
const LONGEST_HEADING = 120;

/** Lines as paragraphs, split at blank lines and at lines that are headings. */
export function paragraphBlocks(lines: readonly Line[], around: Surroundings): Block[] {
  const blocks: Block[] = [];
  let paragraph: Line[] = [];
  const end = () => {
    if (paragraph.length > 0) blocks.push(paragraphBlock(paragraph, around));
    paragraph = [];
  };
  for (const line of lines) {
    if (line.text === '') end();
    else if (isHeadingLine(line)) {
      end();
      blocks.push({ ...paragraphBlock([line], around), kind: 'heading', rank: LIKE_HEADING });
    } else paragraph.push(line);
  }
  end();
  return blocks;
}

function paragraphBlock(lines: readonly Line[], around: Surroundings): Block {
  const words = lines.flatMap((line, index): readonly Words[] => {
    if (index === 0) return line.words;
    const isHard = lines[index - 1]?.isHard ?? false;
    return [{ markdown: isHard ? '\\\n' : '\n', hiding: undefined }, ...line.words];
  });
  const text = lines.map((line) => line.text).join('\n');
  return { kind: 'paragraph', text, words, ...around, lead: lines[0]?.lead || undefined };
}

/** Whether a line is a heading: all of it is bold, or it begins with an episode and is not a sentence. */
function isHeadingLine({ text, lead }: Line): boolean {
  if (text.length > LONGEST_HEADING) return false;
  if (lead === text) return true;
  return !/[.!?…]$/.test(text) && episodeNames(text)[0]?.start === 0;
}
