import type { Token } from 'markdown-it';
import { columns } from '../text/columns.ts';
import { flowOfCode, flowOfCurtains } from './inline.ts';
import { BLANK, type Line, type Style } from './line.ts';
import { behind } from './lines.ts';
import type { Page } from './page.ts';
import type { Flow, Run } from './runs.ts';
import { fold, wrap } from './wrap.ts';

const INDENT = '    ';
const INDENT_STYLE: Style = { role: 'code', decoration: true };
const TAB_WIDTH = 4;

/**
 * A code block's lines, indented. Lines that are too long are cut, and nothing of them is lost. A curtain
 * in the line of the fence stands above.
 */
export function codeLines(token: Token, width: number, page: Page): Line[] {
  const above = wrap(flowOfCurtains(token.info, page), width);
  const style = page.style(INDENT_STYLE);
  const rows = rowsOf(flowOfCode(token.content.replace(/\n$/, ''), { role: 'code' }, page));
  if (rows.every((row) => row.length === 0)) return above;
  const lay = (inner: number) =>
    rows.flatMap((row) => (row.length > 0 ? fold(row, inner) : [BLANK]));
  return [...above, ...behind(width, INDENT, INDENT, style, lay)];
}

/** The code's lines, tabs replaced by spaces up to the next stop. */
function rowsOf(flow: Flow): Run[][] {
  let row: Run[] = [];
  let at = 0;
  const rows = [row];
  for (const item of flow) {
    if (item === 'break' || item === 'gap') continue;
    for (const [index, line] of item.text.split('\n').entries()) {
      if (index > 0) {
        row = [];
        rows.push(row);
        at = 0;
      }
      for (const [number, part] of line.split('\t').entries()) {
        const tab = number > 0 ? ' '.repeat(TAB_WIDTH - (at % TAB_WIDTH)) : '';
        const text = tab + part;
        if (text !== '') row.push({ ...item, text });
        at += columns(text);
      }
    }
  }
  return rows;
}
