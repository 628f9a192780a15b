// Makes the pictures in docs/screens: runs the built program in a terminal emulator, presses keys, and writes the
// emulator's own cells as SVG. `npm run build` first. With names, makes only those.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import xterm from '@xterm/headless';
import { spawn } from 'node-pty';

/** Foreground and background of the terminal, and its 16 colors (those of xterm). */
const DARK = { text: '#d0d0d0', paper: '#1a1a1a' };
const LIGHT = { text: '#202020', paper: '#ffffff' };
const SIXTEEN = [
  ['#000000', '#cd0000', '#00cd00', '#cdcd00', '#0000ee', '#cd00cd', '#00cdcd', '#e5e5e5'],
  ['#7f7f7f', '#ff0000', '#00ff00', '#ffff00', '#5c5cff', '#ff00ff', '#00ffff', '#ffffff'],
].flat();

const TINY = ['read', 'tiny-pretty-things', 'who'];
const QUESTION = ['Tab', 'Tab', 'Enter'];

/** A recap with links, in a library of its own below the home folder. */
const LINKED = ['read', 'the-salt-line', 's01e01', '--library', 'linked', '--watched', '1x1'];

/** name, arguments, columns, rows, keys, colors and environment. */
const SCREENS = [
  ['library-80x24', [], 80, 24, []],
  ['library-120x40', [], 120, 40, ['j']],
  ['library-200x50', [], 200, 50, []],
  ['library-40x10', [], 40, 10, []],
  ['show-80x24', ['read', 'tiny-pretty-things'], 80, 24, []],
  ['show-120x40', ['read', 'tiny-pretty-things'], 120, 40, []],
  ['recap-80x24', TINY, 80, 24, [' ', 'Tab']],
  ['recap-120x40', TINY, 120, 40, ['Tab']],
  ['recap-light-80x24', TINY, 80, 24, [' ', 'Tab'], LIGHT, { COLORFGBG: '0;15' }],
  ['recap-dark-80x24', TINY, 80, 24, [' ', 'Tab'], DARK, { COLORFGBG: '15;0' }],
  [
    'recap-plain-80x24',
    TINY,
    80,
    24,
    ['/', 'c', 'a', 's', 's', 'i', 'e', 'Enter', 'n'],
    DARK,
    { NO_COLOR: '1' },
  ],
  ['recap-ascii-80x24', TINY, 80, 24, [' ', 'Tab'], DARK, { LANG: 'C' }],
  ['question-80x24', TINY, 80, 24, QUESTION],
  ['question-40x10', TINY, 40, 10, QUESTION],
  ['link-80x24', LINKED, 80, 24, ['Tab', 'Tab', 'Enter']],
  ['progress-80x24', ['read', 'sherlock-holmes'], 80, 24, ['j']],
  ['search-80x24', TINY, 80, 24, ['f', 'r', 'o', 's', 'e', 'Enter']],
  ['outline-80x24', TINY, 80, 24, [' ', 't']],
  ['help-80x24', [], 80, 24, ['?']],
];

const KEYS = { Enter: '\r', Tab: '\t', Escape: '\x1b' };
const CELL = { width: 8.4, height: 18 };

const home = mkdtempSync(join(tmpdir(), 'recap-screens-'));
const env = { HOME: home, PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'UTC' };
for (const place of [
  ['tiny-pretty-things', '1x6'],
  ['great-expectations', '1x2'],
]) {
  spawnSync(process.execPath, ['bin/recap.js', 'watched', ...place], { env });
}

// two episodes were watched since two recaps were read
const READ = ['who-pushed-cassie-shore', 's01e04'];
const show = 'tiny-pretty-things';
mkdirSync(join(home, '.local/state/recap'), { recursive: true });
writeFileSync(
  join(home, '.local/state/recap/positions.json'),
  JSON.stringify({
    version: 1,
    last: null,
    recaps: READ.map((slug) => ({ show, slug, chunk: 0, characters: 0, place: 'S01E04' })),
    since: [{ show, place: 'S01E04' }],
  }),
);

const linked = join(home, 'linked', 'the-salt-line');
mkdirSync(linked, { recursive: true });
writeFileSync(
  join(linked, 'show.md'),
  '---\ntitle: The Salt Line\nepisodes: [{ code: S01E01 }, { code: S01E02 }]\n---\n',
);
writeFileSync(
  join(linked, 's01e01.md'),
  `---
episode: S01E01
---
The ferry is late, and so is Mara. What she finds in the boathouse is told [in the next recap](s01e02.md); the
map on the wall is a real one, of [the marshes](https://en.wikipedia.org/wiki/Salt_marsh).

:::spoiler{after=S01E02 label="The key"}
It opens nothing.
:::
`,
);
writeFileSync(join(linked, 's01e02.md'), '---\nepisode: S01E02\n---\nThe tide turns.\n');

const wanted = process.argv.slice(2);
mkdirSync('docs/screens', { recursive: true });
for (const [name, args, columns, rows, keys, colors = DARK, more = {}] of SCREENS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const given = args.map((word) => (word === 'linked' ? join(home, word) : word));
  const program = spawn(process.execPath, ['bin/recap.js', ...given], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: { ...env, TERM: 'xterm-256color', ...more },
  });
  let written = Promise.resolve();
  let length = 0;
  program.onData((chunk) => {
    length += chunk.length;
    written = written.then(() => new Promise((done) => terminal.write(chunk, done)));
  });
  const quiet = async () => {
    for (let before = -1, still = 0; still < 4; before = length) {
      still = before === length ? still + 1 : 0;
      await sleep(120);
    }
    await written;
  };
  while (length === 0 || terminal.buffer.active.type !== 'alternate') await sleep(50);
  await quiet();
  for (const key of keys) {
    program.write(KEYS[key] ?? key);
    await sleep(60);
  }
  if (keys.at(-1) === 'Enter') await sleep(3000);
  await quiet();
  writeFileSync(join('docs/screens', `${name}.svg`), picture(terminal, name, colors));
  program.kill('SIGKILL');
  terminal.dispose();
}
rmSync(home, { recursive: true, force: true });

/** The cells of a terminal as SVG: runs of one style, each a box and a text. */
function picture({ buffer, cols, rows }, name, colors) {
  const parts = [];
  for (let row = 0; row < rows; row++) {
    const line = buffer.active.getLine(buffer.active.viewportY + row);
    let run;
    for (let column = 0; column < cols; column++) {
      const cell = line?.getCell(column);
      if (!cell || cell.getWidth() === 0) continue;
      const style = styleOf(cell, colors);
      const key = JSON.stringify(style);
      if (run?.key !== key) {
        parts.push(...drawn(run, row));
        run = { key, style, column, text: '', width: 0 };
      }
      run.text += cell.getChars() || ' ';
      run.width += cell.getWidth();
    }
    parts.push(...drawn(run, row));
  }
  const [width, height] = [cols * CELL.width + 16, rows * CELL.height + 16];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${height}" font-family="DejaVu Sans Mono, Menlo, monospace" font-size="14">`,
    `<title>${name}</title>`,
    `<rect width="100%" height="100%" fill="${colors.paper}"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function styleOf(cell, colors) {
  const [own, below] = [color(cell, 'Fg', colors.text), color(cell, 'Bg', colors.paper)];
  const isInverse = cell.isInverse() !== 0;
  return {
    fill: isInverse ? below : own,
    box: isInverse ? own : below === colors.paper ? undefined : below,
    bold: cell.isBold() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    dim: cell.isDim() !== 0,
  };
}

function color(cell, side, base) {
  if (cell[`is${side}RGB`]()) return `#${cell[`get${side}Color`]().toString(16).padStart(6, '0')}`;
  if (!cell[`is${side}Palette`]()) return base;
  const index = cell[`get${side}Color`]();
  if (index < 16) return SIXTEEN[index];
  if (index >= 232) return `#${(8 + (index - 232) * 10).toString(16).padStart(2, '0').repeat(3)}`;
  const levels = [0, 95, 135, 175, 215, 255];
  const at = index - 16;
  return `#${[Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6]
    .map((level) => levels[level].toString(16).padStart(2, '0'))
    .join('')}`;
}

function drawn(run, row) {
  if (!run) return [];
  const { fill, box, bold, italic, underline, dim } = run.style;
  const [x, y] = [round(8 + run.column * CELL.width), 8 + row * CELL.height];
  const width = round(run.width * CELL.width);
  const parts = [];
  if (box)
    parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${CELL.height}" fill="${box}"/>`);
  if (run.text.trim() !== '') {
    const attributes = [
      `x="${x}" y="${y + 13}" fill="${fill}" textLength="${width}" xml:space="preserve"`,
      bold && 'font-weight="bold"',
      italic && 'font-style="italic"',
      underline && 'text-decoration="underline"',
      dim && 'opacity="0.6"',
    ];
    const text = run.text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    parts.push(`<text ${attributes.filter(Boolean).join(' ')}>${text}</text>`);
  }
  return parts;
}

function round(number) {
  return Math.round(number * 10) / 10;
}
