import { join } from 'node:path';
import { build } from 'esbuild';
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

/** Bundles them as the program is bundled: with production React, and without Ink's development tools. */
export async function bundleInkPrograms(): Promise<InkPrograms> {
  const folder = temporaryFolder();
  await build({
    entryPoints: ['bench/programs/empty-ink.tsx', 'bench/programs/bare-ink.tsx'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    // the development tools are in a chunk of their own, which is never loaded
    splitting: true,
    external: ['react-devtools-core'],
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return { empty: join(folder, 'empty-ink.mjs'), bare: join(folder, 'bare-ink.mjs') };
}

/** Runs one of them. */
export function inkProgram({ env }: Home, file: string): Command {
  return { file: process.execPath, args: [file], env };
}
