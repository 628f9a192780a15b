import { Readable } from 'node:stream';
import type { Runtime } from '../../src/cli/command.ts';
import { runProgram } from '../../src/cli/program.ts';
import type { Sink } from '../../src/terminal/sink.ts';

/** What came of a run. */
export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/**
 * Runs the program in this process, through pipes: as `recap ARGS…` with a home folder of its own. The working
 * directory is that of the tests.
 *
 * @param env variables besides `HOME`
 */
export async function runHere(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const stdout = new TextSink();
  const stderr = new TextSink();
  const host: Runtime = {
    env: { HOME: folder, LANG: 'C.UTF-8', ...env },
    platform: process.platform,
    home: () => folder,
    device: () => 'test-device',
    now: () => new Date('2026-01-02T03:04:05Z'),
    stdin: Readable.from([]),
    stdout,
    stderr,
    exit: (code) => {
      throw new Error(`the program was ended with ${code}`);
    },
    setExitCode: () => {},
  };
  const code = await runProgram(args, host);
  return { stdout: stdout.text, stderr: stderr.text, code };
}

class TextSink implements Sink {
  text = '';
  write(text: string): void {
    this.text += text;
  }
  on(): void {}
}
