import { EXIT } from '../model/user-error.ts';
import type { CommandContext } from './command.ts';

/**
 * Runs work that Ctrl-C cancels: it aborts the signal, and the work undoes what it has begun.
 *
 * @returns `undefined` if it was canceled; the exit code then says so
 */
export async function interruptible<T>(
  { output, setExitCode }: CommandContext,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const controller = new AbortController();
  const interrupt = () => controller.abort();
  process.once('SIGINT', interrupt);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    if (output.isTerminal) output.print('\n');
    setExitCode(EXIT.interrupted);
    return undefined;
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}
