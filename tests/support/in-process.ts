import { EventEmitter } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import type { CommandTree, Runtime } from '../../src/cli/command.ts';
import { program, runProgram } from '../../src/cli/program.ts';
import { Configuration } from '../../src/store/config/configuration.ts';
import { Output } from '../../src/terminal/output.ts';
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
 * @param typed lines that are typed at a terminal, one for each question; without them there is no terminal
 */
export async function runHere(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  typed?: readonly string[],
): Promise<Result> {
  const stdout = new TextSink(typed !== undefined);
  const stderr = new TextSink(typed !== undefined);
  const stdin = typed ? terminal(typed, stderr) : Readable.from([]);
  const code = await runProgram(args, runtime(folder, env, { stdin, stdout, stderr }));
  return { stdout: stdout.text, stderr: stderr.text, code };
}

/** The program's commands, to look at. */
export function commandTree(): CommandTree {
  const streams = {
    stdin: Readable.from([]),
    stdout: new TextSink(false),
    stderr: new TextSink(false),
  };
  const host = runtime('/nowhere', {}, streams);
  const output = new Output(streams.stdout, streams.stderr, host);
  return program({ host, output, setExitCode: () => {} });
}

function runtime(
  folder: string,
  env: Readonly<Record<string, string>>,
  streams: Pick<Runtime, 'stdin' | 'stdout' | 'stderr'>,
): Runtime {
  const surroundings = {
    env: { HOME: folder, LANG: 'C.UTF-8', ...env },
    platform: process.platform,
    home: () => folder,
  };
  return {
    ...streams,
    ...surroundings,
    config: new Configuration(surroundings),
    device: () => 'test-device',
    now: () => new Date('2026-01-02T03:04:05Z'),
    exit: (code) => {
      throw new Error(`the program was ended with ${code}`);
    },
    setExitCode: () => {},
  };
}

/** Answers a question when it has been asked. */
function terminal(typed: readonly string[], { asked }: TextSink): Runtime['stdin'] {
  const lines = [...typed];
  const input = new PassThrough();
  asked.on('question', () => {
    const line = lines.shift();
    setImmediate(() => (line === undefined ? input.end() : input.write(`${line}\n`)));
  });
  return Object.assign(input, { isTTY: true });
}

class TextSink implements Sink {
  text = '';
  readonly isTTY: boolean;
  readonly asked = new EventEmitter();

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): void {
    this.text += text;
    if (/[?)\]] $/.test(text)) this.asked.emit('question');
  }
  on(): void {}
}
