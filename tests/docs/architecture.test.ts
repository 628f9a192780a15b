import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const PAGE = readFileSync('docs/architecture.md', 'utf8');

/** The rows of the map: a folder and those it may import. */
const MAP = new Map<string, ReadonlySet<string>>();
for (const [, folder = '', allowed = ''] of PAGE.matchAll(/^\| `(\w+)` \| [^|]+ \|([^|]*)\|$/gm)) {
  const named = Array.from(allowed.matchAll(/`(\w+)`/g), ([, name = '']) => name);
  MAP.set(folder, new Set(allowed.includes('all above') ? MAP.keys() : named));
}

const FILES = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(({ parentPath, name }) => join(parentPath, name));

/** The files of `src` that each file imports, types and files loaded later included. */
const IMPORTS = new Map(
  FILES.map((file) => {
    const paths = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
    return [file, Array.from(paths, ([, path = '']) => join(dirname(file), path))] as const;
  }),
);

/** The folder below `src`; `undefined` for what stands beside them. */
function folderOf(file: string): string | undefined {
  const [, folder, ...rest] = file.split('/');
  return rest.length > 0 ? folder : undefined;
}

test('the map names every folder of the source, and no other', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect([...MAP.keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('imports go where the map allows', () => {
  const wrong = FILES.flatMap((file) => {
    const from = folderOf(file);
    return (IMPORTS.get(file) ?? [])
      .filter((other) => {
        const to = folderOf(other);
        return from !== undefined && to !== undefined && from !== to && !MAP.get(from)?.has(to);
      })
      .map((other) => `${file} imports ${other}`);
  });
  expect(wrong).toEqual([]);
});

test('the paths that the page names exist', () => {
  const paths = Array.from(
    PAGE.matchAll(/`((?:src|tests|docs)\/[^`]+)`/g),
    ([, path = '']) => path,
  );
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('no files import each other in a circle', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start !== -1) circles.push([...path.slice(start), file].join(' → '));
    if (start !== -1 || done.has(file)) return;
    for (const other of IMPORTS.get(file) ?? []) visit(other, [...path, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  expect(circles).toEqual([]);
});
