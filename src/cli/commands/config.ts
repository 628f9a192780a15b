import { Argument } from 'commander';
import { settingsSchemaAddress } from '../../author/schema.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { alignRows } from '../../render/rows.ts';
import { configFile } from '../../store/config/config-file.ts';
import type { Configuration } from '../../store/config/configuration.ts';
import { requireValid } from '../../store/config/require-valid.ts';
import { SETTINGS, type Setting } from '../../store/config/settings.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import { homeFolder } from '../../store/disk/surroundings.ts';
import type { CommandContext, CommandDefinition, Runtime } from '../command.ts';

interface Given {
  readonly action?: 'set' | 'unset' | 'path';
  readonly setting?: string;
  readonly values: readonly string[];
  readonly json?: boolean;
}

const config: CommandDefinition<Given> = {
  arguments: [
    new Argument('[action]', 'change a setting, or show where the file is').choices([
      'set',
      'unset',
      'path',
    ]),
    new Argument('[setting]', 'the setting to change').choices(SETTINGS.map(({ name }) => name)),
    new Argument('[values...]', 'its new value; folders can have several'),
  ],
  json: {
    version: '1',
    file: 'the path of config.yaml, whether it exists or not',
    settings: 'each setting with its value, and where that is set',
  },
  examples: [
    { does: 'Show all settings and where they come from', command: 'recap config' },
    { does: 'Change the width of text for good', command: 'recap config set width 100' },
    { does: 'Go back to the default', command: 'recap config unset width' },
    { does: 'Edit the file', command: '$EDITOR "$(recap config path)"' },
  ],
  notes: settingsText(),
  // what is invalid can be set again
  ignoresSettings: true,
  async run(context, given) {
    const { action, setting: name, values, json } = given;
    if (json && action !== undefined) {
      throw new UserError(`\`--json\` and \`${action}\` cannot be used together`, EXIT.usage);
    }
    if (action === undefined) return await list(context, given);
    if (action === 'path') return context.output.print(`${requireFile(context.host)}\n`);
    const setting = SETTINGS.find((known) => known.name === name);
    if (!setting) {
      throw new UserError(`name a setting, as in \`recap config ${action} width\``, EXIT.usage);
    }
    if (action === 'set') await set(context, setting, values);
    else await unset(context, setting);
  },
};

export default config;

/** The settings in the help: what can be written, and the variable and option that take precedence. */
function settingsText(): string {
  const rows = SETTINGS.map(({ name, values, variable, option }) => {
    return [name, values, variable, option?.flags.replace(/ .*/, '') ?? ''];
  });
  const lines = alignRows([['setting', 'value', 'variable', 'option'], ...rows]);
  return `Settings:\n${lines.map((line) => `  ${line}`).join('\n')}\n\nAn option takes precedence over a variable, and that over the file. Folders add up.`;
}

async function list({ host, output }: CommandContext, { json }: Given): Promise<void> {
  await host.config.load();
  const file = configFile(host);
  if (json) {
    const settings = SETTINGS.map((setting) => settingJson(setting, host.config));
    return output.printJson({ version: 1, file: file ?? null, settings });
  }
  const rows = SETTINGS.flatMap((setting) => rowsOf(setting, host.config, file));
  output.print(
    alignRows(rows)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

function settingJson(setting: Setting, settings: Configuration) {
  const { name, variable, isList } = setting;
  const set = settings.sources(setting);
  const values = set.map(({ value }) => value);
  const value = isList ? values : (values[0] ?? setting.default ?? null);
  return { name, value, variable, set };
}

/** A row for each value: the setting's name, the value, and where it was set. */
function rowsOf(setting: Setting, settings: Configuration, file: string | undefined): string[][] {
  const { name, variable, defaultText } = setting;
  const set = settings.sources(setting);
  if (set.length === 0) return [[name, defaultText.replaceAll('`', ''), 'default']];
  return set.map(({ value, source }) => {
    return [name, String(value), source === 'file' ? displayPath(file ?? '') : variable];
  });
}

/** @throws {UserError} */
async function set(
  { host, output }: CommandContext,
  setting: Setting,
  values: readonly string[],
): Promise<void> {
  const { name, isList, example } = setting;
  const file = requireFile(host);
  const [first] = values;
  if (first === undefined) {
    const sample = example.replace(/^\[|\]$/g, '');
    throw new UserError(
      `say what to set, as in \`recap config set ${name} ${sample}\``,
      EXIT.usage,
    );
  }
  if (!isList && values.length > 1) {
    throw new UserError(`\`${name}\` has one value; use ${setting.values}`, EXIT.usage);
  }
  const at = { folder: '', home: homeFolder(host) };
  for (const text of values) requireValid(setting, text, at, `\`${name}\``);
  const read = values.map((text) => setting.read(text, at));
  const { setInConfig } = await import('../../store/config/edit-config.ts');
  setInConfig(file, name, isList ? read : read[0], settingsSchemaAddress());
  output.print(`Set ${name} to ${read.join(', ')} in ${displayPath(file)}.\n`);
  const isOverridden = !isList && Boolean(host.env[setting.variable]?.trim());
  if (isOverridden) output.say(`${setting.variable} is set, and takes precedence`);
}

/** @throws {UserError} */
async function unset({ host, output }: CommandContext, { name }: Setting): Promise<void> {
  const file = requireFile(host);
  const { unsetInConfig } = await import('../../store/config/edit-config.ts');
  const wasSet = unsetInConfig(file, name);
  const where = displayPath(file);
  output.print(wasSet ? `Removed ${name} from ${where}.\n` : `${name} is not set in ${where}.\n`);
}

/** @throws {UserError} without a home folder */
function requireFile(host: Runtime): string {
  const file = configFile(host);
  if (file !== undefined) return file;
  throw new UserError('there is no home folder for settings; set `HOME` or `XDG_CONFIG_HOME`');
}
