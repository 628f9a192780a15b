/** Where a key means something. */
export type Scene =
  | 'shows'
  | 'show'
  | 'filter'
  | 'progress'
  | 'document'
  | 'outline'
  | 'search'
  | 'find'
  | 'hits'
  | 'add'
  | 'found'
  | 'who'
  | 'card'
  | 'question'
  | 'letter'
  | 'help';

/** A row of the table that keys, help and docs/keys.md are made of. */
export interface Binding {
  readonly command: string;
  /** Names of keys, as `input/key-names.ts` gives them. */
  readonly keys: readonly string[];
  readonly scenes: readonly Scene[];
  readonly help: string;
}

const LISTS = ['shows', 'show', 'progress', 'outline', 'hits', 'found', 'card'] as const;
const TYPING = ['filter', 'search', 'find', 'add', 'who'] as const;
const MOVING = [...LISTS, 'filter', 'who', 'document', 'help'] as const;
const LIBRARY = ['shows', 'show', 'document'] as const;
const NOT_TYPING = [...LISTS, 'document', 'question', 'help'] as const;
const EVERYWHERE = [...NOT_TYPING, ...TYPING, 'letter'] as const;

/** Every key of the reader. Where something is typed, letters are text, whatever else they mean. */
export const BINDINGS = [
  {
    command: 'down',
    keys: ['down', 'j', 'ctrl+e', 'ctrl+n'],
    scenes: MOVING,
    help: 'Move down one line',
  },
  {
    command: 'up',
    keys: ['up', 'k', 'ctrl+y', 'ctrl+p'],
    scenes: MOVING,
    help: 'Move up one line',
  },
  {
    command: 'page-down',
    keys: ['page down', 'space', 'ctrl+f'],
    scenes: MOVING,
    help: 'Move down one page',
  },
  {
    command: 'page-up',
    keys: ['page up', 'b', 'ctrl+b'],
    scenes: MOVING,
    help: 'Move up one page',
  },
  {
    command: 'half-down',
    keys: ['d', 'ctrl+d'],
    scenes: ['document', 'help'],
    help: 'Move down half a page',
  },
  {
    command: 'half-up',
    keys: ['u', 'ctrl+u'],
    scenes: ['document', 'help'],
    help: 'Move up half a page',
  },
  { command: 'start', keys: ['home', 'g', '<'], scenes: MOVING, help: 'Go to the top' },
  { command: 'end', keys: ['end', 'G', '>'], scenes: MOVING, help: 'Go to the bottom' },
  {
    command: 'open',
    keys: ['enter'],
    scenes: [...LISTS, 'document', ...TYPING],
    help: 'Open or follow a link; on a curtain, ask whether you have watched that far',
  },
  {
    command: 'back',
    keys: ['escape', 'backspace', 'left', 'h'],
    scenes: [...LISTS, 'document', 'help'],
    help: 'Clear a search, or go back to where you came from',
  },
  { command: 'cancel', keys: ['escape'], scenes: [...TYPING, 'letter'], help: 'Stop typing' },
  { command: 'erase', keys: ['backspace'], scenes: TYPING, help: 'Erase the last letter' },
  {
    command: 'next-stop',
    keys: ['tab'],
    scenes: ['document', 'card'],
    help: 'Go to the next curtain or link',
  },
  {
    command: 'previous-stop',
    keys: ['shift+tab'],
    scenes: ['document', 'card'],
    help: 'Go to the previous curtain or link',
  },
  {
    command: 'follow',
    keys: ['o'],
    scenes: ['document'],
    help: 'Follow the selected link, or select the first on the screen',
  },
  {
    command: 'yes',
    keys: ['y'],
    scenes: ['question'],
    help: 'When asked: yes; opens everything up to that episode, or the web address',
  },
  {
    command: 'no',
    keys: ['enter', 'n', 'escape'],
    scenes: ['question'],
    help: 'When asked: no, or not yet',
  },
  {
    command: 'peek',
    keys: ['p'],
    scenes: ['question'],
    help: 'When asked: peek at this curtain alone, until you leave the recap',
  },
  { command: 'hide', keys: ['x'], scenes: ['document'], help: 'Hide what you peeked at' },
  {
    command: 'watched',
    keys: ['w'],
    scenes: LIBRARY,
    help: 'Say that you have watched the selected episode, or the next one',
  },
  {
    command: 'set-progress',
    keys: ['W'],
    scenes: LIBRARY,
    help: 'Set how far you have watched, earlier episodes too',
  },
  {
    command: 'undo',
    keys: ['U'],
    scenes: ['show', 'document'],
    help: 'Take back what you last confirmed; ask first if that was in an earlier session',
  },
  {
    command: 'redo',
    keys: ['ctrl+r'],
    scenes: ['show', 'document'],
    help: 'Confirm again what you took back, after asking',
  },
  { command: 'search', keys: ['/'], scenes: ['document'], help: 'Search this recap' },
  { command: 'filter', keys: ['/'], scenes: ['shows', 'show'], help: 'Filter the list' },
  { command: 'next-match', keys: ['n'], scenes: ['document'], help: 'Go to the next match' },
  {
    command: 'previous-match',
    keys: ['N'],
    scenes: ['document'],
    help: 'Go to the previous match',
  },
  {
    command: 'mark',
    keys: ['m'],
    scenes: ['document'],
    help: 'Set a bookmark here: m and a letter',
  },
  {
    command: 'jump',
    keys: ["'"],
    scenes: LIBRARY,
    help: "Go to a bookmark: ' and its letter; '' goes back to where you jumped from",
  },
  { command: 'outline', keys: ['t'], scenes: ['document'], help: 'Show the table of contents' },
  { command: 'story', keys: ['s'], scenes: LIBRARY, help: 'Read the story so far' },
  {
    command: 'previously',
    keys: ['r'],
    scenes: LIBRARY,
    help: 'Recall what happened before the next episode',
  },
  {
    command: 'who',
    keys: ['i'],
    scenes: ['show', 'document'],
    help: 'Show who someone is, as far as you have watched',
  },
  {
    command: 'find',
    keys: ['f'],
    scenes: [...LIBRARY, 'hits'],
    help: 'Search everything unlocked for you',
  },
  {
    command: 'add',
    keys: ['a'],
    scenes: ['shows', 'show', 'found'],
    help: 'Add a show to the library',
  },
  { command: 'next-recap', keys: [']'], scenes: ['document'], help: 'Open the next recap' },
  { command: 'previous-recap', keys: ['['], scenes: ['document'], help: 'Open the previous recap' },
  {
    command: 'list',
    keys: ['l'],
    scenes: ['show', 'document'],
    help: 'Show the recaps of this show; from there, all shows',
  },
  { command: 'help', keys: ['?'], scenes: NOT_TYPING, help: 'Show or close this help' },
  { command: 'redraw', keys: ['ctrl+l'], scenes: EVERYWHERE, help: 'Redraw the screen' },
  {
    command: 'suspend',
    keys: ['ctrl+z'],
    scenes: EVERYWHERE,
    help: 'Suspend; `fg` comes back',
  },
  { command: 'quit', keys: ['q'], scenes: NOT_TYPING, help: 'Quit' },
  { command: 'interrupt', keys: ['ctrl+c'], scenes: EVERYWHERE, help: 'Quit, from anywhere' },
] as const satisfies readonly Binding[];

type KnownBinding = (typeof BINDINGS)[number];

/** What a key makes the reader do. */
export type Command = KnownBinding['command'];

/** The commands of one scene: a scene that does not handle one of them does not compile. */
type CommandIn<S extends Scene> = KnownBinding extends infer B
  ? B extends { readonly command: infer C; readonly scenes: readonly (infer T)[] }
    ? S extends T
      ? C
      : never
    : never
  : never;

/** The scenes in which letters are text. */
export type TypingScene = (typeof TYPING)[number];

/** Whether letters are text in a scene. */
export function isTyping(scene: Scene): scene is TypingScene {
  return TYPING.some((typing) => typing === scene);
}

/** The commands that mean the same on every screen. */
export type CommonCommand = 'help' | 'redraw' | 'suspend' | 'quit' | 'interrupt';

/** The commands that a scene handles itself. */
export type SceneCommand<S extends Scene> = Exclude<CommandIn<S>, CommonCommand>;

/** What a key does in a scene; `undefined` if nothing. */
export function commandOf(key: string, scene: Scene): Command | undefined {
  if (isTyping(scene) && letterOf(key) !== '') return undefined;
  const bindings: readonly Binding[] = BINDINGS;
  const index = bindings.findIndex(
    ({ keys, scenes }) => keys.includes(key) && scenes.includes(scene),
  );
  return BINDINGS[index]?.command;
}

/** Whether a command moves by lines, pages or from one curtain or link to the next. */
export function isScrolling(command: Command | undefined): boolean {
  const scrolling: readonly (Command | undefined)[] = [
    'down',
    'up',
    'page-down',
    'page-up',
    'half-down',
    'half-up',
    'next-stop',
    'previous-stop',
  ];
  return scrolling.includes(command);
}

/** Whether a command means the same on every screen. */
export function isCommon(command: Command): command is CommonCommand {
  const common: readonly Command[] = ['help', 'redraw', 'suspend', 'quit', 'interrupt'];
  return common.includes(command);
}

/** Whether a scene handles a command itself. */
export function isIn<S extends Scene>(
  command: Command | undefined,
  scene: S,
): command is SceneCommand<S> & Command {
  const bindings: readonly Binding[] = BINDINGS;
  return (
    command !== undefined &&
    !isCommon(command) &&
    bindings.some((binding) => binding.command === command && binding.scenes.includes(scene))
  );
}

/** What a key writes: its letter, or nothing. */
export function letterOf(key: string): string {
  if (key === 'space') return ' ';
  return [...key].length === 1 ? key : '';
}
