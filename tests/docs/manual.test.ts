import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { paragraph, roffText, verbatim } from '../../src/cli/manual/roff.ts';
import { keysShown } from '../../src/reader/help.ts';
import { BINDINGS } from '../../src/reader/keys.ts';
import { SETTINGS } from '../../src/store/config/settings.ts';

const PAGE = readFileSync('man/recap.1', 'utf8');
const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', MANWIDTH: '80' };

/** Whether a program is there, to test with it. */
function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { env }).status === 0;
}

describe('the manual page', () => {
  test.each(COMMANDS.filter(({ summary }) => summary !== undefined))(
    'has the command $name with its arguments and options',
    async ({ name, load }) => {
      const start = PAGE.indexOf(`\\fBrecap ${name}\\fR`);
      expect(start).toBeGreaterThan(-1);
      const end = PAGE.slice(start).search(/\n\.TP\n\\fBrecap |\n\.S[SH] /);
      const entry = PAGE.slice(start, start + end);
      const definition = (await load()).default;
      for (const argument of definition.arguments ?? []) {
        expect(entry).toContain(`\\fI${argument.name()}\\fR`);
      }
      const flags = (definition.options ?? []).map(({ long }) => long ?? '');
      for (const flag of definition.json ? [...flags, '--json'] : flags) {
        expect(entry).toContain(roffText(flag));
      }
    },
  );

  test('has every key, setting and variable', () => {
    for (const { keys, help } of BINDINGS) {
      expect(PAGE).toContain(`\n${paragraph(`${help}.`).slice(4)}`);
      expect(PAGE).toContain(`.TP\n\\fB${roffText(keysShown(keys)).replace(/^\\&/, '')}\\fR\n`);
    }
    for (const { name, variable } of SETTINGS) {
      expect(PAGE).toContain(`.TP\n\\fB${name}\\fR\n`);
      expect(PAGE).toContain(`.TP\n\\fB${variable}\\fR\n`);
    }
  });

  test.skipIf(!has('man'))('is rendered without a warning', () => {
    const { stdout, stderr, status } = spawnSync('man', ['--warnings', '-l', 'man/recap.1'], {
      env,
      encoding: 'utf8',
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain('recap - read TV-episode recaps without being spoiled');
    expect(stdout).toContain('recap config set width 100');
  });

  test.skipIf(!has('mandoc'))('is flawless to mandoc', () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint', 'man/recap.1'], { env, encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});

describe.skipIf(!has('groff'))('whatever text there is, it is shown as it is', () => {
  /** The page as it is shown, its lines joined. */
  function shown(body: string): string {
    const page = `.TH T 1 "" "" ""\n.nh\n.ad l\n.SH X\n${body}\n`;
    const { stdout, stderr } = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-P-cbou', '-Kutf8'], {
      input: page,
      env,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return (/\nX\n([\s\S]*?)\n\n\nT?/.exec(stdout)?.[1] ?? stdout).replace(/\s+/g, ' ').trim();
  }

  test.each([
    '.SH is no heading',
    "'in is no request",
    'a \\fBbackslash\\fR, \\n(.x and \\" no comment',
    '--json, -y and ~/.config/*^2',
    'café, “quotes” — …, ✓ and 海',
    `long ${'words .at the start of lines '.repeat(9)}`.trim(),
    'one ` alone',
  ])('%j', (text) => {
    expect(shown(paragraph(text))).toBe(text);
    expect(shown(verbatim([text]))).toBe(text);
  });

  test('backquotes mark what is to be typed', () => {
    expect(roffText('run `recap -V`, then')).toBe('run \\fBrecap \\-V\\fR, then');
  });
});
