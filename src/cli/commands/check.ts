import { Argument, Option } from 'commander';
import { foldersOf } from '../../app/open-library.ts';
import { check as checkPaths } from '../../check/check.ts';
import { asGitHub, asJson, asText, causes, countOf, summary } from '../../check/report.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import type { LibraryFolder } from '../../store/library/folders.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { LIBRARY_OPTION, type LibraryOptions } from '../options.ts';

interface Given extends LibraryOptions {
  readonly paths: readonly string[];
  /** Warnings count as errors. */
  readonly strict?: boolean;
  readonly format?: 'text' | 'github';
  /** Checks again whenever a file is saved. */
  readonly watch?: boolean;
  /** Fixes what has one right answer only, after asking. */
  readonly fix?: boolean;
  /** Without asking. */
  readonly yes?: boolean;
  /** Lists secrets that a show could declare. */
  readonly suggestSecrets?: boolean;
  readonly json?: boolean;
}

const check: CommandDefinition<Given> = {
  arguments: [new Argument('[paths...]', 'files, or folders of shows (default: the library)')],
  options: [
    new Option('--strict', 'treat warnings as errors'),
    new Option('--watch', 'check again whenever a file is saved'),
    new Option('--fix', 'fix obvious mistakes in the named files, after showing them'),
    new Option('--yes', 'with --fix: do not ask before writing'),
    new Option('--suggest-secrets', 'list secrets that the named show could declare'),
    new Option('--format <format>', 'set the output format').choices(['text', 'github']),
    LIBRARY_OPTION,
  ],
  json: {
    version: '1',
    files: 'how many files were checked',
    errors: 'how many errors were found',
    warnings: 'how many warnings were found',
    accepted: 'how many findings the files accept with a reason',
    findings: 'the errors and warnings',
    notes: 'things worth knowing that are not mistakes',
  },
  examples: [
    { does: 'Check the whole library', command: 'recap check' },
    { does: 'Check a show while you write', command: 'recap check recaps/severance --watch' },
    { does: 'Fix obvious mistakes', command: 'recap check recaps/severance --fix' },
    {
      does: 'List secrets to declare in show.md',
      command: 'recap check --suggest-secrets recaps/severance',
    },
    { does: 'Annotate a pull request', command: 'recap check --strict --format github' },
  ],
  async run(context, given) {
    const { host, output } = context;
    if (given.json && given.format === 'github') {
      throw new UserError('`--json` and `--format` cannot be used together', EXIT.usage);
    }
    requireFixable(given);
    requireOneShow(given);
    const folders = foldersOf(given.library, host);
    if (given.suggestSecrets) {
      const { printSuggestedSecrets } = await import('../suggested-secrets.ts');
      return printSuggestedSecrets(context, given.paths[0] ?? '', folders);
    }
    if (given.fix) {
      const { fixRecaps } = await import('../fix-recaps.ts');
      if (!(await fixRecaps(context, given.paths, folders, given.yes ?? false))) return;
    }
    checkOnce(context, given, folders);
    if (!given.watch) return;
    const { watchFiles } = await import('../../check/watch.ts');
    const watched = given.paths.length > 0 ? given.paths : folders.map(({ path }) => path);
    output.say('watching for changes; press Ctrl-C to stop');
    await watchFiles(watched, () => {
      output.say(`checked again at ${host.now().toLocaleTimeString()}`);
      checkOnce(context, given, folders);
    });
  },
};

export default check;

/** `--fix` shows hidden text, so it is only for files that were named. @throws {UserError} */
function requireFixable({ fix, yes, json, format, watch, paths }: Given): void {
  if (yes && !fix) throw new UserError('`--yes` needs `--fix`', EXIT.usage);
  if (!fix) return;
  const other = json ? '--json' : format ? '--format' : watch ? '--watch' : undefined;
  if (other) throw new UserError(`\`--fix\` and \`${other}\` cannot be used together`, EXIT.usage);
  if (paths.length > 0) return;
  throw new UserError('`--fix` shows hidden text; name the files or shows to fix', EXIT.usage);
}

/** `--suggest-secrets` shows hidden text, so it is only for a show that was named. @throws {UserError} */
function requireOneShow({ suggestSecrets, fix, strict, json, format, watch, paths }: Given): void {
  if (!suggestSecrets) return;
  const others = {
    '--fix': fix,
    '--strict': strict,
    '--json': json,
    '--format': format,
    '--watch': watch,
  };
  const other = Object.entries(others).find(([, isGiven]) => isGiven)?.[0];
  if (other !== undefined) {
    throw new UserError(
      `\`--suggest-secrets\` and \`${other}\` cannot be used together`,
      EXIT.usage,
    );
  }
  if (paths.length === 1) return;
  throw new UserError('`--suggest-secrets` shows hidden text; name one show', EXIT.usage);
}

function checkOnce(
  { output, setExitCode }: CommandContext,
  { paths, strict = false, format, json }: Given,
  folders: readonly LibraryFolder[],
): void {
  const checked = checkPaths(paths, folders);
  if (json) output.printJson(asJson(checked, displayPath));
  else {
    output.print((format === 'github' ? asGitHub : asText)(checked, displayPath));
    output.say(summary(checked));
    const cause = causes(checked, displayPath);
    if (cause !== undefined) output.say(cause);
  }
  const isBad = countOf(checked, 'error') > 0 || (strict && checked.findings.length > 0);
  setExitCode(isBad ? EXIT.problems : EXIT.done);
}
