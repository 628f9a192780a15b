import { expect, it } from 'vitest';
import type { LogEntry } from '../../../src/store/progress/line.ts';
import { lastChange } from '../../../src/store/progress/undo.ts';

function change(epoch: number, isUndo = false): LogEntry {
  return {
    show: 'x',
    epoch,
    through: 'S01E01',
    from: null,
    isUndo,
    at: '2026-01-02T03:04:05.000Z',
  };
}
const undo = (epoch: number) => change(epoch, true);

it.each([
  ['nothing', [], undefined],
  ['one change', [change(0)], 0],
  ['two', [change(0), change(1)], 1],
  ['one, taken back', [change(0), undo(1)], undefined],
  ['two, one taken back', [change(0), change(1), undo(2)], 0],
  ['two, both taken back', [change(0), change(1), undo(2), undo(3)], undefined],
  ['taken back and changed again', [change(0), undo(1), change(2)], 2],
  ['taken back once too often, as with a lost line', [undo(0), undo(1), change(2)], 2],
])('%s', (_, own, epoch) => {
  expect(lastChange(own)?.epoch).toBe(epoch);
});
