import { describe, expect, test } from 'vitest';
import { isBelow, isSamePath } from '../../src/system/paths.ts';
import { systemOf } from '../../src/system/system.ts';

const SYSTEMS = { linux: systemOf('linux'), darwin: systemOf('darwin'), win32: systemOf('win32') };
type Name = keyof typeof SYSTEMS;
const ALL: readonly Name[] = ['linux', 'darwin', 'win32'];

describe('a path is below a folder', () => {
  const cases: [folder: string, path: string, below: readonly Name[], of: readonly Name[]][] = [
    ['/a/b', '/a/b/c.md', ALL, ALL],
    ['/a/b', '/a/b/c/d.md', ALL, ALL],
    ['/a/b', '/a/b/', [], ALL],
    ['/a/b', '/a/b', [], ALL],
    ['/a/b', '/a/bc', [], ALL],
    ['/a/b', '/a/c', [], ALL],
    ['/a/b', '/a', [], ALL],
    ['/a/b', '/a/b/..c', ALL, ALL],
    ['/a/b', '/a/b/../c', [], ALL],
    ['/', '/a', ALL, ALL],
    ['/a/B', '/a/b/c.md', ['darwin', 'win32'], ALL],
    ['/a/é', '/a/e\u0301/c.md', ['darwin'], ALL],
    ['/a/É', '/a/e\u0301/c.md', ['darwin'], ALL],
    ['C:\\a', 'C:\\a\\b.md', ['win32'], ['win32']],
    ['C:\\a', 'c:\\A\\b.md', ['win32'], ['win32']],
    ['C:\\a', 'C:/a/b.md', ['win32'], ['win32']],
    // from one drive or share to another, the relative path is the absolute one
    ['C:\\a', 'D:\\a\\b.md', [], ['win32']],
    ['C:\\a', 'D:\\', [], ['win32']],
    ['C:\\a', '\\\\server\\share\\a\\b.md', [], ['win32']],
    ['\\\\server\\share\\a', '\\\\server\\share\\a\\b.md', ['win32'], ['win32']],
    ['\\\\server\\share\\a', '\\\\server\\other\\a\\b.md', [], ['win32']],
    ['C:\\', 'C:\\a', ['win32'], ['win32']],
  ];
  test.each(cases)('%s, %s: %j', (folder, path, below, of) => {
    expect(of.filter((name) => isBelow(folder, path, SYSTEMS[name]))).toEqual(below);
  });
});

test.each<[string, string, readonly Name[]]>([
  ['/a/b', '/a/b', ALL],
  ['/a/b', '/a/./b', ALL],
  ['/a/b', '/a/B', ['darwin', 'win32']],
  ['/a/é', '/a/e\u0301', ['darwin']],
  ['/a/b', '/a/c', []],
])('%s and %s are one file: %j', (a, b, same) => {
  expect(ALL.filter((name) => isSamePath(a, b, SYSTEMS[name]))).toEqual(same);
});
