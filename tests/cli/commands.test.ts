import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { runHere } from '../support/in-process.ts';

const jsonDocs = readFileSync('docs/json.md', 'utf8');
const listed = COMMANDS.filter(({ summary }) => summary !== undefined);

test('the help of the program lists every command, with a short imperative phrase', async () => {
  const { stdout, code } = await runHere('/nowhere', ['--help']);
  expect(code).toBe(0);
  for (const { name, summary = '' } of listed) {
    expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
    expect(summary).toMatch(/^[A-Z][^.]{5,60}$/);
  }
  expect(stdout).not.toContain('complete ');
});

describe.each(listed)('$name', ({ name, load }) => {
  test('says what its arguments and options are, as `help` and `--help`', async () => {
    const { default: definition } = await load();
    const { stdout, code } = await runHere('/nowhere', ['help', name]);
    expect(code).toBe(0);
    expect((await runHere('/nowhere', [name, '--help'])).stdout).toBe(stdout);
    for (const option of definition.options ?? []) {
      expect(stdout).toContain(option.flags);
      expect(option.description).toMatch(/^[a-z]/);
    }
    for (const { command } of definition.examples ?? []) expect(stdout).toContain(`$ ${command}`);
  });

  test('takes --json only if it has JSON, which is documented', async () => {
    const { default: definition } = await load();
    const { stdout } = await runHere('/nowhere', [name, '--help']);
    expect(stdout.includes('--json')).toBe(definition.json !== undefined);
    if (definition.json) expect(jsonDocs).toMatch(new RegExp(`\`recap ${name}\\b[^\`]*--json\``));
    else {
      const refused = await runHere('/nowhere', ['--json', name, 'x']);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
    }
  });
});
