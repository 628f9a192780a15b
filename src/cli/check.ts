import { check as checkPaths } from '../check/check.ts';
import { asGitHub, asJson, asText, countOf, summary } from '../check/report.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { displayPath, type Session } from './session.ts';

export interface CheckOptions {
  /** Warnings count as errors. */
  readonly strict?: boolean;
  readonly format?: string;
  /** Checks again whenever a file is saved. */
  readonly watch?: boolean;
}

/** `recap check [PATH…]`: says what is wrong with recaps; 1 if there are errors. @throws {UserError} */
export async function check(
  session: Session,
  paths: readonly string[],
  options: CheckOptions,
): Promise<void> {
  if (session.options.json && options.format === 'github') {
    throw new UserError('`--json` and `--format` do not go together; choose one', EXIT.usage);
  }
  checkOnce(session, paths, options);
  if (!options.watch) return;
  const { watchFiles } = await import('../check/watch.ts');
  const watched = paths.length > 0 ? paths : session.folders.map(({ path }) => path);
  session.output.say('watching for changes; Ctrl-C ends it');
  await watchFiles(watched, () => {
    session.output.say(`checked again at ${new Date().toLocaleTimeString()}`);
    checkOnce(session, paths, options);
  });
}

function checkOnce(
  { output, options: { json }, folders }: Session,
  paths: readonly string[],
  { strict = false, format }: CheckOptions,
): void {
  const checked = checkPaths(paths, folders);
  if (json) output.printJson(asJson(checked, displayPath));
  else {
    output.print((format === 'github' ? asGitHub : asText)(checked, displayPath));
    output.say(summary(checked));
  }
  const isBad = countOf(checked, 'error') > 0 || (strict && checked.findings.length > 0);
  process.exitCode = isBad ? EXIT.problems : EXIT.done;
}
