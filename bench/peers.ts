import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { type Command, outputOf } from './child.ts';
import { Failure } from './failure.ts';
import type { Home } from './home.ts';

/** Another program that prints Markdown, and how it is told to print a file. */
export interface Peer {
  readonly name: string;
  /** It only copies the file, so there is no comparing with it. */
  readonly isCopying?: true;
  /** `undefined`: it is not installed. */
  readonly print: ((path: string) => Command) | undefined;
}

/** Where the peers from npm are, away from the project's own packages. */
const FOLDER = resolve('node_modules/.cache/recap-bench');

const PACKAGES = { marked: '18.2.1', 'marked-terminal': '7.3.1', msee: '0.3.5' } as const;

/** What marked-terminal's documentation has for a program. */
const MARKED_TERMINAL = `
import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { markedTerminal } from 'marked-terminal';
marked.use(markedTerminal());
process.stdout.write(marked.parse(readFileSync(process.argv[1], 'utf8')));
`;

/** Installs the peers from npm, without running scripts of theirs. @throws {Failure} */
export function installPeers(): void {
  mkdirSync(FOLDER, { recursive: true });
  const packages = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const args = ['install', '--no-save', '--ignore-scripts', '--prefix', FOLDER, ...packages];
  try {
    execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new Failure('the peers cannot be installed; go on without `--peers`');
  }
}

/** The peers, those that are not installed too. */
export async function findPeers(home: Home): Promise<Peer[]> {
  const { env } = home;
  const system = async (
    names: readonly string[],
    args: readonly string[],
    isCopying?: true,
  ): Promise<Peer> => {
    const file = names.find(isInstalled);
    const name = file === undefined ? `${names[0]}` : `${names[0]} ${await versionOf(file, home)}`;
    const print = file && ((path: string) => ({ file, args: [...args, path], env }));
    return { name, print: print || undefined, ...(isCopying && { isCopying }) };
  };
  const npm = (name: keyof typeof PACKAGES, args: readonly string[]): Peer => {
    const version = installedVersion(name);
    if (version === undefined) return { name, print: undefined };
    const print = (path: string) => ({
      file: process.execPath,
      args: [...args, path],
      env,
      folder: FOLDER,
    });
    return { name: `${name} ${version}`, print };
  };
  return [
    npm('msee', [join(FOLDER, 'node_modules/msee/bin/msee')]),
    npm('marked-terminal', ['--input-type=module', '-e', MARKED_TERMINAL]),
    await system(['bat', 'batcat'], ['--color=always', '--paging=never']),
    await system(['pandoc'], ['-f', 'commonmark_x', '-t', 'plain']),
    await system(['less'], [], true),
  ];
}

function isInstalled(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** The first number in what a program says about its version. */
async function versionOf(file: string, { env }: Home): Promise<string> {
  const text = await outputOf({ file, args: ['--version'], env });
  return /\d[\d.]*/.exec(text)?.[0] ?? '';
}

function installedVersion(name: string): string | undefined {
  const path = join(FOLDER, 'node_modules', name, 'package.json');
  if (!existsSync(path)) return undefined;
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : '';
}
