import { BLANK, type Line, widthOf } from './line.ts';

/** Columns between two texts. */
export const GUTTER = 3;

/**
 * Texts as columns of one, each of which has been laid out at `width`.
 *
 * @param bar what stands between them, one column wide
 */
export function sideBySide(
  texts: readonly (readonly Line[])[],
  width: number,
  bar: string,
): Line[] {
  const height = Math.max(0, ...texts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => {
    const spans = texts.flatMap((lines, index) => {
      const line = lines[row] ?? BLANK;
      if (index === texts.length - 1) return line.spans;
      const text = `${' '.repeat(Math.max(0, width - widthOf(line)))} ${bar} `;
      return [...line.spans, { text, style: { role: 'rule', decoration: true } } as const];
    });
    return { spans };
  });
}
