import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { askSources } from '../../src/app/ask-sources.ts';
import { UserError } from '../../src/model/user-error.ts';
import { hostAt } from '../support/host.ts';

/** What comes of work that fails. */
async function failing(work: () => never, signal = new AbortController().signal): Promise<unknown> {
  const host = await hostAt('/nowhere');
  const request = { host, library: undefined, isOffline: true, signal, report: () => {} };
  return askSources(request, async () => work()).catch((error: unknown) => error);
}

const read = (): never => {
  readdirSync('/nowhere/at/all');
  throw new Error('there is such a folder');
};

test('a file that cannot be read is said to be that, without its path', async () => {
  expect(await failing(read)).toEqual(new UserError('the library could not be read: ENOENT'));
});

test.each([
  [
    'a message for the user',
    new UserError('the show could not be written: the disk is full (ENOSPC)'),
  ],
  ['a bug, which is no error of the disk', new TypeError('x is not a function')],
])('%s is passed on', async (_, error) => {
  expect(
    await failing(() => {
      throw error;
    }),
  ).toBe(error);
});
