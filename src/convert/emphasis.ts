import type { Run } from './inline-run.ts';

/** Runs between two marks, with white space outside of them. */
export function emphasized(
  runs: readonly Run[],
  markdown: string,
  { isBold }: Pick<Run, 'isBold'>,
): Run[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  if (first === -1) return [...runs];
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  const head = runs[first];
  const tail = runs[last];
  if (!head || !tail) return [...runs];
  const emphasis = {};
  const mark = { markdown, text: '', isBold, emphasis };
  const before = /^ +/.exec(head.text)?.[0] ?? '';
  const behind = head === tail && head.text.trim() === '' ? '' : (/ +$/.exec(tail.text)?.[0] ?? '');
  const middle = runs.slice(first, last + 1).map((run) => {
    let { text, markdown: written } = run;
    if (run === head && before && written.startsWith(before)) {
      text = text.slice(before.length);
      written = written.slice(before.length);
    }
    if (run === tail && behind && written.endsWith(behind)) {
      text = text.slice(0, -behind.length);
      written = written.slice(0, -behind.length);
    }
    return { ...run, text, markdown: written };
  });
  const space = (text: string, { hiding }: Run): Run => ({ markdown: text, text, isBold, hiding });
  return [
    ...runs.slice(0, first),
    ...(before ? [space(before, head)] : []),
    { ...mark, hiding: head.hiding },
    ...middle,
    { ...mark, hiding: tail.hiding, isEnd: true },
    ...(behind ? [space(behind, tail)] : []),
    ...runs.slice(last + 1),
  ];
}

const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Leaves out emphasis that Markdown would not read as emphasis at that position. */
export function withoutIdleMarks(runs: readonly Run[]): Run[] {
  const idle = new Set<object>();
  const ends = new Map(
    runs.flatMap((run) => (run.emphasis && run.isEnd ? [[run.emphasis, run]] : [])),
  );
  for (const [index, { emphasis, isEnd, hiding, markdown }] of runs.entries()) {
    if (!emphasis || idle.has(emphasis)) continue;
    const before = lastCharacter(runs, index);
    const behind = nextCharacter(runs, index);
    const [inside, outside] = isEnd ? [before, behind] : [behind, before];
    const isFlanking =
      inside !== ' ' && (!PUNCTUATION.test(inside) || outside === ' ' || PUNCTUATION.test(outside));
    const previous = runs[index - 1];
    const isAfterEnd = !isEnd && previous?.emphasis !== undefined && previous.isEnd === true;
    const isDoubled =
      !isEnd &&
      previous?.emphasis !== undefined &&
      !previous.isEnd &&
      previous.markdown === markdown;
    const isMixed = ends.get(emphasis)?.hiding !== hiding;
    if (!isFlanking || isAfterEnd || isDoubled || isMixed) idle.add(emphasis);
  }
  return runs.filter(({ emphasis }) => !emphasis || !idle.has(emphasis));
}

function lastCharacter(runs: readonly Run[], index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const run = runs[at];
    if (!run || run.emphasis) continue;
    if (run.hiding !== runs[index]?.hiding) return '}';
    if (run.markdown !== '') return run.markdown.at(-1) ?? ' ';
  }
  return ' ';
}

function nextCharacter(runs: readonly Run[], index: number): string {
  for (let at = index + 1; at < runs.length; at++) {
    const run = runs[at];
    if (!run || run.emphasis) continue;
    if (run.hiding !== runs[index]?.hiding) return ':';
    if (run.markdown !== '') return run.markdown[0] ?? ' ';
  }
  return ' ';
}
