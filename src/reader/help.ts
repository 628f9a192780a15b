import { columns } from '../text/columns.ts';
import { BINDINGS } from './keys.ts';

const SHOWN: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
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
};

/** The keys of a binding as people write them. */
export function keysShown(keys: readonly string[]): string {
  return keys
    .map((key) => {
      const control = /^ctrl\+(.)$/.exec(key)?.[1];
      return control ? `Ctrl-${control.toUpperCase()}` : (SHOWN[key] ?? key);
    })
    .join(' ');
}

/** Columns before what a key does, where both stand on one line. */
const KEY_COLUMNS = 24;
/** Columns of the screen below which they stand on lines of their own. */
const NARROW = 70;

/** The help: every key of the table and what it does, wrapped to the columns of the screen less a margin of four. */
export function helpLines(screenColumns: number): string[] {
  const room = screenColumns - 4;
  return BINDINGS.flatMap(({ keys, help }) => {
    const shown = keysShown(keys);
    if (screenColumns < NARROW)
      return [shown, ...wrapped(help, room - 2).map((line) => `  ${line}`)];
    const [first = '', ...others] = wrapped(help, room - KEY_COLUMNS);
    const lead = shown + ' '.repeat(Math.max(1, KEY_COLUMNS - columns(shown)));
    return [lead + first, ...others.map((line) => ' '.repeat(KEY_COLUMNS) + line)];
  });
}

function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
