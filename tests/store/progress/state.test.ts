import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type StateFolder, stateFolder } from '../../../src/store/progress/state-folder.ts';

const folder = (path: string): StateFolder => ({ kind: 'folder', folder: path });

describe('where the state folder is', () => {
  it.each<[string, Record<string, string>, NodeJS.Platform, string]>([
    ['by default', {}, 'linux', '/home/ann/.local/state/recap'],
    ['on a BSD', {}, 'freebsd', '/home/ann/.local/state/recap'],
    ['XDG', { XDG_STATE_HOME: '/state' }, 'linux', '/state/recap'],
    ['XDG on a Mac', { XDG_STATE_HOME: '/state' }, 'darwin', '/state/recap'],
    ['XDG empty', { XDG_STATE_HOME: '' }, 'linux', '/home/ann/.local/state/recap'],
    ['XDG relative', { XDG_STATE_HOME: 'state' }, 'linux', '/home/ann/.local/state/recap'],
    ['our own', { RECAP_STATE: '/mine', XDG_STATE_HOME: '/state' }, 'linux', '/mine'],
    ['our own, relative', { RECAP_STATE: 'mine' }, 'linux', resolve('mine')],
    ['our own, empty', { RECAP_STATE: '' }, 'linux', '/home/ann/.local/state/recap'],
    ['on a Mac', {}, 'darwin', '/home/ann/Library/Application Support/recap'],
    ['on Windows', {}, 'win32', 'C:\\Users\\Ann\\AppData\\Local\\recap\\Data'],
    ['on Windows, moved', { LOCALAPPDATA: 'D:\\Local' }, 'win32', 'D:\\Local\\recap\\Data'],
  ])('%s', (_, env, platform, expected) => {
    const home = () => (platform === 'win32' ? 'C:\\Users\\Ann' : '/home/ann');
    expect(stateFolder({ env, platform, home })).toEqual(folder(expected));
  });
});

describe('without a home', () => {
  const noHome = expect.objectContaining({ kind: 'no-home' });
  it.each<[string, () => string]>([
    [
      'that fails',
      () => {
        throw new Error('ENOENT: uv_os_homedir');
      },
    ],
    ['that is empty', () => ''],
    ['that is relative', () => 'ann'],
  ])('%s, says so', (_, none) => {
    expect(stateFolder({ env: {}, platform: 'linux', home: none })).toEqual(noHome);
    expect(stateFolder({ env: { RECAP_STATE: '/mine' }, platform: 'linux', home: none })).toEqual(
      folder('/mine'),
    );
    expect(
      stateFolder({ env: { XDG_STATE_HOME: '/state' }, platform: 'linux', home: none }),
    ).toEqual(folder('/state/recap'));
  });
});
