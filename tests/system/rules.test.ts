import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { editorCommand } from '../../src/system/editor-command.ts';
import { awaitedFile, isReservedOnWindows, nameKey } from '../../src/system/file-names.ts';
import { cannotSyncFolders } from '../../src/system/folder-sync.ts';
import { systemOf } from '../../src/system/system.ts';

test('names that Windows does not have', () => {
  const reserved = [
    'con',
    'CON',
    'nul',
    'aux',
    'prn',
    'com1',
    'lpt9',
    'con.md',
    'nul.tar.gz',
    'COM¹',
    'a.',
    'a ',
  ];
  const free = ['cons', 'icon', 'com', 'com10', 'a.con', 'auxiliary', 'con-air', 'a.b', '.a'];
  expect(reserved.filter((name) => !isReservedOnWindows(name))).toEqual([]);
  expect(free.filter(isReservedOnWindows)).toEqual([]);
});

test('names that are one file on some system have one key', () => {
  expect(nameKey('Été')).toBe(nameKey('e\u0301te\u0301'));
  expect(nameKey('S01E01')).toBe(nameKey('s01e01'));
  expect(nameKey('a')).not.toBe(nameKey('b'));
});

test('placeholders of iCloud Drive', () => {
  expect(awaitedFile('.show.md.icloud')).toBe('show.md');
  expect(['show.md', 'show.md.icloud', '.icloud', '.show.md'].map(awaitedFile)).toEqual(
    Array(4).fill(undefined),
  );
});

test('which errors mean that a folder cannot be synced', () => {
  const cannotSync = (platform: NodeJS.Platform) => (code: string) =>
    cannotSyncFolders(code, systemOf(platform));
  const unsupported = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF'];
  const refused = ['EISDIR', 'EPERM', 'EACCES'];
  const lost = ['EIO', 'ENOSPC', 'EDQUOT', 'EROFS', 'ENOENT'];
  const all = [...unsupported, ...refused, ...lost];
  expect(all.filter(cannotSync('linux'))).toEqual(unsupported);
  expect(all.filter(cannotSync('darwin'))).toEqual(unsupported);
  expect(all.filter(cannotSync('win32'))).toEqual([...unsupported, ...refused]);
});

test('only Windows has no job control', () => {
  const has = (platform: NodeJS.Platform) => systemOf(platform).hasJobControl;
  expect([has('linux'), has('darwin'), has('win32')]).toEqual([true, true, false]);
});

describe('an editor', () => {
  /** An editor that writes what it was given to a file, in a folder whose name needs quotes. */
  function editor() {
    const folder = join(mkdtempSync(join(tmpdir(), 'recap-editor-')), "it's a dir");
    onTestFinished(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
    mkdirSync(folder);
    const file = join(folder, 'edit');
    writeFileSync(file, '#!/bin/sh\nprintf "[%s]" "$@" >"$SEEN"\n');
    chmodSync(file, 0o755);
    return { folder, file, seen: join(folder, 'seen') };
  }

  test.each([
    ['"FOLDER/edit" --wait', '[--wait][PATH]'],
    [`"FOLDER/edit" -a ''`, '[-a][][PATH]'],
    ['"FOLDER/edit" -c "set nu" x\\ y', '[-c][set nu][x y][PATH]'],
    ['"$HERE/edit"', '[PATH]'],
    ['~/edit -n', '[-n][PATH]'],
  ])('%s', (written, expected) => {
    const { folder, seen } = editor();
    const path = join(folder, 'a $(touch x) "b" \'c\'.md');
    const { file, args } = editorCommand(
      written.replace('FOLDER', folder),
      path,
      systemOf('linux'),
    );
    const env = { ...process.env, SEEN: seen, HERE: folder, HOME: folder };
    expect(spawnSync(file, args, { env }).status).toBe(0);
    expect(readFileSync(seen, 'utf8')).toBe(expected.replace('PATH', path));
  });

  test('on Windows, cmd reads the command, and the path is in quotes', () => {
    const command = editorCommand(
      '"C:\\My Editor\\edit.exe" -w',
      'C:\\my lib\\a.md',
      systemOf('win32'),
    );
    expect(command).toEqual({
      file: 'cmd.exe',
      args: ['/d', '/s', '/c', '""C:\\My Editor\\edit.exe" -w "C:\\my lib\\a.md""'],
      isVerbatim: true,
    });
  });
});
