import { homedir, hostname } from 'node:os';
import { Configuration } from '../store/config/configuration.ts';
import { Output } from '../terminal/output.ts';
import { StandardSink } from '../terminal/sink.ts';
import type { Runtime } from './command.ts';
import { report, runProgram } from './program.ts';

const surroundings = { env: process.env, platform: process.platform, home: homedir };
const host: Runtime = {
  ...surroundings,
  config: new Configuration(surroundings),
  device: hostname,
  now: () => new Date(),
  // made when it is first asked for, which takes its time
  get stdin() {
    return process.stdin;
  },
  stdout: new StandardSink(1),
  stderr: new StandardSink(2),
  exit: process.exit,
  setExitCode(code) {
    process.exitCode = code;
  },
};

// before any file is read: whatever has seen a recap may hold gated text in its message
const fail = (error: unknown) => {
  process.exit(report(error, new Output(host.stdout, host.stderr, host)));
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

runProgram(process.argv.slice(2), host).then(host.setExitCode, fail);
