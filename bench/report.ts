import { machine } from './machine.ts';
import { asMarkdown, type Table } from './table.ts';

const INTRODUCTION = `# How fast recap is

This file is made by \`npm run bench\`. It runs whole processes round by round, each of them once in a
round, so that whatever else the machine does slows all of them alike; what is shown is the median. Times are of one
machine and mean little elsewhere. Read the ratios: \`node -e 0\` is Node that does nothing, the least that any
program on Node can take. A target says what a ratio may be at most; \`over\` is one that is missed.

\`\`\`sh
npm run bench                              # everything, and write this file
npm run bench -- --only startup --runs 5   # one section, and write nothing
npm run bench -- --full                    # libraries of 100,000 recaps too
npm run bench -- --peers                   # install the Markdown readers from npm to compare with
npm run bench -- --node PATH               # start-up with another Node too; may be repeated
\`\`\`
`;

/** docs/performance.md: how to read it, where and when it was measured, and all tables. */
export function report(tables: readonly Table[], runs: number, date: Date): string {
  const facts = [...machine(), `date: ${date.toISOString().slice(0, 10)}`, `rounds: ${runs}`];
  const list = facts.map((fact) => `- ${fact}\n`).join('');
  return [INTRODUCTION, list, ...tables.map(asMarkdown)].join('\n');
}
