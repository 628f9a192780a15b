import { join } from 'node:path';
import { build } from 'rolldown';
import type { Command } from './child.ts';
import { temporaryFolder } from './cleanup.ts';
import type { Home } from './home.ts';

/** Small programs of one or two of recap's packages each, for what these take by themselves. */
const PROGRAMS = {
  /** Prints a Markdown file as HTML. */
  'markdown-it': 'bench/programs/bare-markdown-it.ts',
  /** The same, as a command with an argument. */
  commander: 'bench/programs/bare-commander.ts',
  /** Shows one word. */
  'empty ink': 'bench/programs/empty-ink.tsx',
  /** Shows a screen of text, and another for each key. */
  ink: 'bench/programs/bare-ink.tsx',
};

/** Bundles one of them, with production React and minified. Ink's development tools are in a file that is never loaded. */
export async function bareProgram(
  name: keyof typeof PROGRAMS,
  { env }: Home,
  args: readonly string[] = [],
  node = process.execPath,
): Promise<Command> {
  const folder = temporaryFolder();
  await build({
    input: PROGRAMS[name],
    platform: 'node',
    transform: { target: 'node20', define: { 'process.env.NODE_ENV': '"production"' } },
    external: ['react-devtools-core'],
    output: { dir: folder, format: 'esm', minify: true, entryFileNames: 'program.mjs' },
  });
  return { file: node, args: [join(folder, 'program.mjs'), ...args], env };
}
