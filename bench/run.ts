import { writeFileSync } from 'node:fs';
import { cleanUpOnSignals } from './cleanup.ts';
import { Failure, inFull } from './failure.ts';
import { type Options, readOptions, type SectionName, USAGE } from './options.ts';
import { installPeers } from './peers.ts';
import { report } from './report.ts';
import { add } from './sections/add.ts';
import { editor } from './sections/editor.ts';
import { keys } from './sections/keys.ts';
import { library } from './sections/library.ts';
import { memory } from './sections/memory.ts';
import { parts } from './sections/parts.ts';
import { screen } from './sections/screen.ts';
import { sizes } from './sections/sizes.ts';
import { startup } from './sections/startup.ts';
import { asText, missedTargets, type Table } from './table.ts';

const RUN: Record<SectionName, (options: Options) => Promise<Table[]>> = {
  startup: async ({ runs, nodes }) => {
    const tables: Table[] = [];
    for (const node of [process.execPath, ...nodes]) tables.push(await startup(runs, node));
    return tables;
  },
  screen: async ({ runs }) => [await screen(runs)],
  keys: async ({ runs }) => [await keys(runs)],
  library: async ({ runs, isFull }) => [await library(runs, isFull)],
  sizes: async ({ runs }) => [await sizes(runs)],
  memory: async ({ runs }) => [await memory(runs)],
  add: async ({ runs }) => [await add(runs)],
  editor: async ({ runs }) => [await editor(runs)],
  parts: async ({ runs }) => [await parts(runs)],
};

cleanUpOnSignals();
try {
  await bench(readArguments());
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(inFull(error));
  process.exit(1);
}

function readArguments(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(2);
  }
}

async function bench(options: Options): Promise<void> {
  if (options.shouldInstallPeers) installPeers();
  const tables: Table[] = [];
  for (const section of options.sections) {
    say(`measuring ${section} …`);
    for (const table of await RUN[section](options)) {
      process.stdout.write(`\n${asText(table)}\n`);
      tables.push(table);
    }
  }
  const missed = tables.flatMap(missedTargets).map((line) => `  ${line}\n`);
  process.stdout.write(
    missed.length === 0 ? 'every target is reached\n' : `missed:\n${missed.join('')}`,
  );
  if (options.shouldWrite) {
    writeFileSync('docs/performance.md', report(tables, options.runs, new Date()));
  }
}

function say(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}
