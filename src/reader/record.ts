import type { ShowSummary } from '../gated/show-summary.ts';
import type { Place } from '../model/order.ts';
import type { Outcome, ProgressLog } from '../store/progress/log.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { Message } from './message.ts';

interface Records {
  readonly progress: ProgressLog;
  readonly isRecording: boolean;
  readonly noStateFolder: string | undefined;
}

/** Records a place. If that fails, the place counts for this run only, and a notice says so. */
export function recordPlace(
  { isRecording, noStateFolder }: Records,
  {
    show,
    through,
    known,
  }: { readonly show: ShowSummary; readonly through: Place; readonly known: ShowProgress },
  record: () => Outcome,
): Message {
  const forThisRun = (notice: string): Message => ({
    type: 'progress-changed',
    show: show.slug,
    progress: { ...known, through, isRecorded: true, shouldAsk: false },
    notice,
    change: null,
  });
  if (!isRecording) return forThisRun('For this session only; nothing is recorded');
  const outcome = record();
  switch (outcome.kind) {
    case 'recorded':
    case 'unchanged':
      return {
        type: 'progress-changed',
        show: show.slug,
        progress: outcome.progress,
        notice:
          through === null ? null : `Watched through ${outcome.progress.through}; U takes it back`,
        change:
          outcome.kind === 'recorded'
            ? { from: known.through, to: outcome.progress.through, isUndo: false }
            : null,
      };
    case 'unknown':
      return { type: 'notice', text: 'The show has no such episode' };
    case 'failed':
      return forThisRun(
        `${noStateFolder ?? `Could not be recorded (${outcome.code})`}; it counts for this session only`,
      );
  }
}

/** Takes back the last place that was recorded on this device. */
export function takeBack({ progress }: Records, show: ShowSummary, target: Place): Message {
  if (progress.undoTarget(show) !== target) {
    return { type: 'notice', text: 'Your progress was changed elsewhere; press U again' };
  }
  const from = progress.of(show).through;
  const outcome = progress.undo(show);
  if (outcome.kind !== 'recorded' && outcome.kind !== 'unchanged') {
    return { type: 'notice', text: 'Could not be recorded, so nothing has changed' };
  }
  const { through } = outcome.progress;
  return {
    type: 'progress-changed',
    show: show.slug,
    progress: outcome.progress,
    notice: through === null ? 'Back to not started' : `Back to ${through}`,
    change: { from, to: through, isUndo: true },
  };
}
