import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
const SECTIONS = [
  'startup',
  'screen',
  'keys',
  'library',
  'sizes',
  'memory',
  'add',
  'editor',
  'parts',
] as const;

export type SectionName = (typeof SECTIONS)[number];

/** What the benchmark is asked to do. */
export interface Options {
  /** Rounds that are counted. */
  readonly runs: number;
  readonly sections: readonly SectionName[];
  /** Libraries of 100,000 recaps too. */
  readonly isFull: boolean;
  /** Install the Markdown readers of npm that are compared with. */
  readonly shouldInstallPeers: boolean;
  /** Write docs/performance.md; only when all sections run. */
  readonly shouldWrite: boolean;
  /** Other Node programs to repeat the start-up with. */
  readonly nodes: readonly string[];
}

export const USAGE = `npm run bench -- [--runs N] [--only ${SECTIONS.join(',')}] [--full] [--peers] [--no-write] [--node PATH]...`;

/** Reads the command line. @throws {Error} with a sentence about what is wrong with it */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '15' },
      only: { type: 'string' },
      full: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      'no-write': { type: 'boolean', default: false },
      node: { type: 'string', multiple: true, default: [] },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new Error(`\`--runs ${values.runs}\` is no number of runs; write 1 or more`);
  }
  const sections = values.only === undefined ? SECTIONS : readSections(values.only);
  return {
    runs,
    sections,
    isFull: values.full,
    shouldInstallPeers: values.peers,
    shouldWrite: !values['no-write'] && sections.length === SECTIONS.length,
    nodes: values.node,
  };
}

function readSections(text: string): SectionName[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SECTIONS.some((section) => section === name));
  if (unknown !== undefined) {
    throw new Error(`there is no section \`${unknown}\`; there are ${SECTIONS.join(', ')}`);
  }
  return SECTIONS.filter((section) => names.includes(section));
}
