import { join } from 'node:path';
import { build } from 'rolldown';
import type { Command } from './child.ts';
import { temporaryFolder } from './cleanup.ts';
import type { Home } from './home.ts';

/** The Ink programs that the reader is compared with. */
interface InkPrograms {
  /** Shows one word. */
  readonly empty: string;
  /** Shows a screen of text, and another for each key. */
  readonly bare: string;
}

/** Bundles them with production React. Ink's development tools are in a file that is never loaded. */
export async function bundleInkPrograms(): Promise<InkPrograms> {
  const folder = temporaryFolder();
  await build({
    input: { empty: 'bench/programs/empty-ink.tsx', bare: 'bench/programs/bare-ink.tsx' },
    platform: 'node',
    transform: { target: 'node20', define: { 'process.env.NODE_ENV': '"production"' } },
    external: ['react-devtools-core'],
    output: { dir: folder, format: 'esm', minify: true, entryFileNames: '[name].mjs' },
  });
  return { empty: join(folder, 'empty.mjs'), bare: join(folder, 'bare.mjs') };
}

/** Runs one of them. */
export function inkProgram({ env }: Home, file: string): Command {
  return { file: process.execPath, args: [file], env };
}
