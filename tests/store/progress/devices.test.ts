import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { type Place, ViewingOrder } from '../../../src/model/order.ts';
import { logName } from '../../../src/store/progress/device.ts';
import { openProgress, type ProgressLog } from '../../../src/store/progress/log.ts';

const CODES = Array.from({ length: 8 }, (_, n) => episodeCode(1, n + 1));
const ORDER = new ViewingOrder(CODES);
const tracked = (slug: string) => ({ slug, id: null, order: ORDER });
const X = tracked('x');

/** An empty folder for the running test, taken away when it ends. */
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Progress in the folder as a device sees it. Its clock stands still. */
function open(folder: string, device = 'laptop'): ProgressLog {
  return openProgress({ folder, device, now: () => new Date('2026-01-02T03:04:05Z') });
}

type Step =
  | { readonly kind: 'confirm'; readonly through: (typeof CODES)[number] }
  | { readonly kind: 'goBack'; readonly through: Place }
  | { readonly kind: 'undo' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('confirm' as const), through: fc.constantFrom(...CODES) }),
  fc.record({ kind: fc.constant('goBack' as const), through: fc.constantFrom(...CODES, null) }),
  fc.record({ kind: fc.constant('undo' as const) }),
);
const byDevice = fc.array(fc.tuple(fc.constantFrom('a', 'b'), step), { maxLength: 8 });

function take(progress: ProgressLog, change: Step) {
  if (change.kind === 'undo') return progress.undo(X);
  if (change.kind === 'goBack') return progress.goBack(X, change.through);
  return progress.confirm(X, change.through);
}

test('devices that always see each other never ask, and stand where the last change put them', () => {
  fc.assert(
    fc.property(byDevice, (steps) => {
      const folder = freshFolder();
      let place: Place = null;
      const left: Record<string, Place[]> = { a: [], b: [] };
      for (const [device, change] of steps) {
        const stack = left[device] ?? [];
        const outcome = take(open(folder, device), change);
        if (change.kind === 'undo') {
          expect(outcome.kind).toBe(stack.length > 0 ? 'recorded' : 'nothing-to-undo');
          place = stack.length > 0 ? (stack.pop() ?? null) : place;
        } else if (outcome.kind === 'recorded') {
          stack.push(place);
          place = change.through;
        }
        expect(open(folder, 'c').of(X)).toMatchObject({
          through: place,
          shouldAsk: false,
        });
      }
    }),
    { numRuns: 60 },
  );
});

test('devices that did not see each other agree once they do, no further than either was', () => {
  fc.assert(
    fc.property(byDevice, (steps) => {
      const folders = { a: freshFolder(), b: freshFolder() };
      for (const [device, change] of steps)
        take(open(device === 'a' ? folders.a : folders.b, device), change);
      const apart = [folders.a, folders.b].map((folder) => open(folder).of(X).through);
      for (const [from, to, device] of [
        [folders.a, folders.b, 'a'],
        [folders.b, folders.a, 'b'],
      ] as const) {
        const log = join(from, logName(device));
        if (existsSync(log)) copyFileSync(log, join(to, logName(device)));
      }
      const a = open(folders.a, 'a').of(X);
      expect(open(folders.b, 'b').of(X)).toEqual(a);
      if (a.through !== null) {
        const isReached = apart.some(
          (place) => a.through !== null && ORDER.isOpen(a.through, place),
        );
        expect(isReached).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
