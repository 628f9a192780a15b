import type { Words } from './block.ts';
import { withoutIdleMarks } from './emphasis.ts';
import { escapedLineStart } from './escape.ts';
import type { Hiding } from './hiding.ts';
import type { Run } from './inline-run.ts';

/** A line of text as Markdown. */
export interface Line {
  /** Without markup. */
  readonly text: string;
  readonly words: readonly Words[];
  /** Its beginning in bold type; all of it where the two are equal. */
  readonly lead: string;
  /** It was ended by a line break that shows, and not by one of a text file. */
  readonly isHard: boolean;
}

/** Runs as lines, which end where the page breaks them. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let line: Run[] = [];
  for (const run of runs) {
    if (!run.breaks) line.push(run);
    else {
      lines.push(lineOf(line, run.breaks === 'hard'));
      line = [];
    }
  }
  lines.push(lineOf(line, false));
  return lines;
}

function lineOf(written: readonly Run[], isHard: boolean): Line {
  const runs = withoutIdleMarks(trimmed(written));
  const words: { markdown: string; hiding: Hiding | undefined }[] = [];
  for (const { markdown, hiding } of runs) {
    const last = words.at(-1);
    if (last && last.hiding === hiding) last.markdown += markdown;
    else words.push({ markdown, hiding });
  }
  const [first] = words;
  if (first && first.hiding === undefined) first.markdown = escapedLineStart(first.markdown);
  const end = runs.findIndex(({ text, isBold }) => !isBold && text.trim() !== '');
  const join = (some: readonly Run[]) =>
    some
      .map(({ text }) => text)
      .join('')
      .trim();
  return { text: join(runs), words, lead: join(end === -1 ? runs : runs.slice(0, end)), isHard };
}

/** Runs of a line without white space at its ends, and with single spaces. */
function trimmed(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let isAfterSpace = true;
  for (const run of runs) {
    const isLeading: boolean =
      isAfterSpace && run.text.startsWith(' ') && run.markdown.startsWith(' ');
    const next: Run = isLeading
      ? { ...run, text: run.text.slice(1), markdown: run.markdown.slice(1) }
      : run;
    out.push(next);
    if (next.text !== '') isAfterSpace = next.text.endsWith(' ');
  }
  for (let index = out.length - 1; index >= 0; index--) {
    const run = out[index];
    if (!run || run.text === '') continue;
    if (run.text.endsWith(' ') && run.markdown.endsWith(' ')) {
      out[index] = { ...run, text: run.text.trimEnd(), markdown: run.markdown.trimEnd() };
    }
    if (run.text.trim() !== '') break;
  }
  return out;
}
