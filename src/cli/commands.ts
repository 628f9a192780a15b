import type { CommandDefinition } from './command.ts';

/** A command in the list: what the program's help shows, and where the rest is. */
export interface ListedCommand {
  readonly name: string;
  /** A short imperative phrase; `undefined` for a command that is not listed. */
  readonly summary: string | undefined;
  readonly group: Group;
  readonly load: () => Promise<{ readonly default: CommandDefinition }>;
}

/** A heading of the program's help. */
type Group = 'Read' | 'Add shows' | 'Track progress' | 'Write recaps' | 'More';

/** Every command. A command's file is loaded when it is called, or when its help is asked for. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'read',
    summary: 'Read a recap',
    group: 'Read',
    load: () => import('./commands/read.ts'),
  },
  {
    name: 'list',
    summary: 'List shows, or the recaps of a show',
    group: 'Read',
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'story',
    summary: 'Show recaps of the episodes you have watched',
    group: 'Read',
    load: () => import('./commands/story.ts'),
  },
  {
    name: 'previously',
    summary: 'Recall what happened before the next episode',
    group: 'Read',
    load: () => import('./commands/previously.ts'),
  },
  {
    name: 'who',
    summary: 'Show who someone is, as far as you have watched',
    group: 'Read',
    load: () => import('./commands/who.ts'),
  },
  {
    name: 'search',
    summary: 'Search everything unlocked for you',
    group: 'Read',
    load: () => import('./commands/search.ts'),
  },
  {
    name: 'add',
    summary: 'Add a show with its episodes and their recaps',
    group: 'Add shows',
    load: () => import('./commands/add.ts'),
  },
  {
    name: 'update',
    summary: 'Fetch added shows again',
    group: 'Add shows',
    load: () => import('./commands/update.ts'),
  },
  {
    name: 'remove',
    summary: 'Remove an added show',
    group: 'Add shows',
    load: () => import('./commands/remove.ts'),
  },
  {
    name: 'watched',
    summary: 'Show or set your progress in a show',
    group: 'Track progress',
    load: () => import('./commands/watched.ts'),
  },
  {
    name: 'import',
    summary: 'Set your progress from a watch history',
    group: 'Track progress',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'sync',
    summary: 'Set your progress from Jellyfin or Kodi',
    group: 'Track progress',
    load: () => import('./commands/sync.ts'),
  },
  {
    name: 'forget',
    summary: 'Forget what you have read of a show',
    group: 'Track progress',
    load: () => import('./commands/forget.ts'),
  },
  {
    name: 'new',
    summary: 'Start a recap',
    group: 'Write recaps',
    load: () => import('./commands/new.ts'),
  },
  {
    name: 'convert',
    summary: 'Turn a saved article into a draft',
    group: 'Write recaps',
    load: () => import('./commands/convert.ts'),
  },
  {
    name: 'check',
    summary: 'Check recaps for mistakes and leaks',
    group: 'Write recaps',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'preview',
    summary: 'Show what readers see of a recap at each of its gates',
    group: 'Write recaps',
    load: () => import('./commands/preview.ts'),
  },
  {
    name: 'config',
    summary: 'Show or change settings',
    group: 'More',
    load: () => import('./commands/config.ts'),
  },
  {
    name: 'lsp',
    summary: 'Serve an editor in which you write recaps',
    group: 'Write recaps',
    load: () => import('./commands/lsp.ts'),
  },
  {
    name: 'mcp',
    summary: 'Serve your library to an assistant',
    group: 'More',
    load: () => import('./commands/mcp.ts'),
  },
  {
    name: 'completion',
    summary: 'Generate a shell completion script',
    group: 'More',
    load: () => import('./commands/completion.ts'),
  },
  {
    name: 'help',
    summary: 'Show help for a command',
    group: 'More',
    load: () => import('./commands/help.ts'),
  },
  {
    name: 'complete',
    summary: undefined,
    group: 'More',
    load: () => import('./commands/complete.ts'),
  },
];
