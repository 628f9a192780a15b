import { UserError } from '../model/user-error.ts';
import type { Message } from './message.ts';
import type { ShowSource } from './show-source.ts';

/**
 * Runs a task of the network: what it is doing comes as messages while it runs, what came of it at the end. A task that
 * was canceled says nothing more.
 */
export async function* withReports<T>(
  work: number,
  signal: AbortSignal,
  task: (source: ShowSource, report: (doing: string) => void) => Promise<T>,
  source: ShowSource | undefined,
  done: (result: T) => Message,
): AsyncGenerator<Message> {
  if (!source) {
    yield { type: 'failed', work, notice: 'Shows cannot be added here' };
    return;
  }
  const waiting: Message[] = [];
  let wake = () => {};
  const say = (message: Message) => {
    waiting.push(message);
    wake();
  };
  let isRunning = true;
  const run = task(source, (label) => say({ type: 'doing', work, label })).then(
    (result) => say(done(result)),
    (error: unknown) => {
      if (signal.aborted) return;
      if (!(error instanceof UserError)) throw error;
      say({ type: 'failed', work, notice: error.message });
    },
  );
  run
    .finally(() => {
      isRunning = false;
      wake();
    })
    .catch(() => {});
  while (isRunning || waiting.length > 0) {
    const next = waiting.shift();
    if (next) yield next;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (!isRunning || waiting.length > 0) resolve();
      });
  }
  await run;
}
