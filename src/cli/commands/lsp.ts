import { Option } from 'commander';
import type { CommandDefinition } from '../command.ts';
import { LIBRARY_OPTION, type LibraryOptions } from '../options.ts';
import { writableTo } from '../writable.ts';

const lsp: CommandDefinition<LibraryOptions> = {
  options: [
    new Option('--stdio', 'use standard input and output (the only transport)'),
    LIBRARY_OPTION,
  ],
  examples: [{ does: 'Serve an editor, which starts it by itself', command: 'recap lsp' }],
  notes:
    'Speaks the Language Server Protocol on standard input and output: mistakes as you type, completion, when a spoiler opens, and fixes.\nFor authors: it shows what recaps hide. See docs/editors.md for how to connect it.',
  async run({ host }, { library }) {
    const { serve } = await import('../../lsp/serve.ts');
    await serve(host, library, host.stdin, writableTo(host.stdout));
  },
};

export default lsp;
