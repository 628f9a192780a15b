/** Where a key means something. */
export type Scene =
  | 'list'
  | 'place'
  | 'document'
  | 'question'
  | 'contents'
  | 'search'
  | 'find'
  | 'hits'
  | 'help';

/** What a key makes the reader do. */
export type Command =
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'half-up'
  | 'half-down'
  | 'start'
  | 'end'
  | 'next-curtain'
  | 'previous-curtain'
  | 'enter'
  | 'yes'
  | 'no'
  | 'peek'
  | 'hide'
  | 'undo'
  | 'search'
  | 'next-match'
  | 'previous-match'
  | 'contents'
  | 'story'
  | 'find'
  | 'next-recap'
  | 'previous-recap'
  | 'list'
  | 'back'
  | 'help'
  | 'suspend'
  | 'quit';

/** A row of the table that keys, help and docs/keys.md are made of. */
export interface Binding {
  readonly command: Command;
  /** Names of keys as `keyNames` gives them. */
  readonly keys: readonly string[];
  readonly scenes: readonly Scene[];
  readonly help: string;
}

const MOVING: readonly Scene[] = ['list', 'place', 'document', 'contents', 'hits', 'help'];

/** Every key of the reader. In a list or a question, a key that is not here is taken as text. */
export const BINDINGS: readonly Binding[] = [
  { command: 'down', keys: ['down', 'j'], scenes: MOVING, help: 'one line down' },
  { command: 'up', keys: ['up', 'k'], scenes: MOVING, help: 'one line up' },
  { command: 'page-down', keys: ['page down', 'space'], scenes: MOVING, help: 'one page down' },
  { command: 'page-up', keys: ['page up', 'b'], scenes: MOVING, help: 'one page up' },
  { command: 'half-down', keys: ['d'], scenes: ['document', 'help'], help: 'half a page down' },
  { command: 'half-up', keys: ['u'], scenes: ['document', 'help'], help: 'half a page up' },
  { command: 'start', keys: ['home', 'g'], scenes: MOVING, help: 'to the beginning' },
  { command: 'end', keys: ['end', 'G'], scenes: MOVING, help: 'to the end' },
  { command: 'next-curtain', keys: ['tab'], scenes: ['document'], help: 'to the next curtain' },
  {
    command: 'previous-curtain',
    keys: ['shift+tab'],
    scenes: ['document'],
    help: 'to the curtain before',
  },
  {
    command: 'enter',
    keys: ['enter'],
    scenes: ['list', 'place', 'document', 'contents', 'search', 'find', 'hits'],
    help: 'open; on a curtain: ask whether you have watched',
  },
  {
    command: 'yes',
    keys: ['y'],
    scenes: ['question'],
    help: 'when asked: yes, all up to that episode opens, in every recap',
  },
  {
    command: 'no',
    keys: ['enter', 'n', 'escape'],
    scenes: ['question'],
    help: 'when asked: not yet',
  },
  {
    command: 'peek',
    keys: ['p'],
    scenes: ['question'],
    help: 'when asked: peek at this curtain alone, until the recap is closed',
  },
  { command: 'hide', keys: ['x'], scenes: ['document'], help: 'hide what you peeked at' },
  {
    command: 'undo',
    keys: ['U'],
    scenes: ['document', 'list'],
    help: 'take the last confirmation back',
  },
  {
    command: 'search',
    keys: ['/'],
    scenes: ['document', 'list'],
    help: 'search; in a list: filter',
  },
  { command: 'next-match', keys: ['n'], scenes: ['document'], help: 'to the next match' },
  { command: 'previous-match', keys: ['N'], scenes: ['document'], help: 'to the match before' },
  { command: 'contents', keys: ['t'], scenes: ['document'], help: 'contents' },
  { command: 'story', keys: ['s'], scenes: ['list', 'document'], help: 'the story so far' },
  {
    command: 'find',
    keys: ['f'],
    scenes: ['list', 'document', 'hits'],
    help: 'find words in all that you may know',
  },
  { command: 'next-recap', keys: [']'], scenes: ['document'], help: 'next recap' },
  { command: 'previous-recap', keys: ['['], scenes: ['document'], help: 'recap before' },
  { command: 'list', keys: ['l'], scenes: ['document'], help: 'the show’s list' },
  {
    command: 'back',
    keys: ['escape', 'backspace'],
    scenes: ['list', 'place', 'document', 'contents', 'search', 'find', 'hits', 'help'],
    help: 'back',
  },
  {
    command: 'help',
    keys: ['?'],
    scenes: ['list', 'place', 'document', 'contents', 'question', 'hits', 'help'],
    help: 'this help',
  },
  {
    command: 'suspend',
    keys: ['ctrl+z'],
    scenes: ['list', 'place', 'document', 'question', 'contents', 'search', 'find', 'hits', 'help'],
    help: 'suspend; `fg` comes back',
  },
  {
    command: 'quit',
    keys: ['q', 'ctrl+c'],
    scenes: ['list', 'place', 'document', 'contents', 'question', 'hits'],
    help: 'quit',
  },
];

/** What a key does in a scene; `undefined` if nothing, so that it may be text. */
export function commandOf(key: string, scene: Scene): Command | undefined {
  return BINDINGS.find(({ keys, scenes }) => keys.includes(key) && scenes.includes(scene))?.command;
}

/** The flags of Ink's `useInput` that matter here. */
export interface InkKey {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageDown: boolean;
  readonly pageUp: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly tab: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
}

/** A mouse or focus report, or the frame of a paste, which some terminals send unasked. */
const REPORT = /^\[(?:<|I$|O$|M|20[01]~)/;

/**
 * The keys of one input event, by name: Ink hands over keys typed quickly as one. Enter and Escape in a
 * burst of text are keys too.
 */
export function keyNames(input: string, key: InkKey): string[] {
  if (key.upArrow) return ['up'];
  if (key.downArrow) return ['down'];
  if (key.leftArrow) return ['left'];
  if (key.rightArrow) return ['right'];
  if (key.pageDown) return ['page down'];
  if (key.pageUp) return ['page up'];
  if (key.home) return ['home'];
  if (key.end) return ['end'];
  if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
  if (key.escape) return ['escape'];
  // Ink 6 calls the byte of the backspace key delete
  if (key.backspace || key.delete) return ['backspace'];
  if (key.return) return ['enter'];
  if (key.ctrl) return [`ctrl+${input}`];
  if (REPORT.test(input)) return [];
  return [...input].map((letter) => NAMES[letter] ?? letter);
}

const NAMES: Record<string, string> = {
  ' ': 'space',
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x1b': 'escape',
  '\x7f': 'backspace',
};
