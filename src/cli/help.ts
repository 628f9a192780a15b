import type { Example } from './command.ts';

/** Examples as the help of a command shows them. */
export function examplesText(examples: readonly Example[]): string {
  if (examples.length === 0) return '';
  const lines = examples.map(({ does, command }) => `  # ${does}\n  $ ${command}`);
  return `\nExamples:\n${lines.join('\n\n')}`;
}
