import { alignRows } from '../render/rows.ts';
import { BINDINGS } from './keys.ts';

const SHOWN: Record<string, string> = {
  up: '↑',
  down: '↓',
  enter: 'Enter',
  tab: 'Tab',
  'shift+tab': 'Shift-Tab',
  escape: 'Esc',
  backspace: 'Backspace',
  space: 'Space',
  'page up': 'PgUp',
  'page down': 'PgDn',
  home: 'Home',
  end: 'End',
  'ctrl+c': 'Ctrl-C',
  'ctrl+z': 'Ctrl-Z',
};

/** The keys of a binding as people write them. */
export function keysShown(keys: readonly string[]): string {
  return keys.map((key) => SHOWN[key] ?? key).join(' ');
}

/** The help: every key of the table, one line each where the columns allow. */
export function helpLines(columns: number): string[] {
  const rows = BINDINGS.map(({ keys, help }) => [keysShown(keys), help]);
  return alignRows(rows).flatMap((line) =>
    line.length <= columns - 4 ? [line] : wrapped(line, columns - 4),
  );
}

/** A line that is too long goes on in the next, indented. */
function wrapped(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const at = line.lastIndexOf(' ', columns);
  if (at <= 14) return [line.slice(0, columns)];
  return [line.slice(0, at), ...wrapped(`${' '.repeat(14)}${line.slice(at + 1)}`, columns)];
}
