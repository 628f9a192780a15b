import { delimiter, dirname } from 'node:path';
import { displayPath } from '../disk/display-path.ts';
import { homeFolder, type Surroundings } from '../disk/surroundings.ts';
import { configFile, readConfigText } from './config-file.ts';
import { requireValid } from './require-valid.ts';
import { SETTINGS, type Setting, type WrittenIn } from './settings.ts';

/** Where a value comes from. */
type ConfigSource = 'environment' | 'file';

/** A value that is set, and where. */
export interface SetValue {
  readonly source: ConfigSource;
  readonly value: unknown;
}

interface Given {
  readonly source: ConfigSource;
  /** One text, or those of a list. */
  readonly texts: readonly string[];
  readonly at: WrittenIn;
}

/**
 * What the user has set for good: in environment variables, else in `config.yaml`. What a command line says comes
 * before both, and is known to commands alone.
 */
export class Configuration {
  readonly #surroundings: Surroundings;
  #given: ReadonlyMap<string, readonly Given[]> | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Reads the settings; call this before using any of them. @throws {UserError} naming what is invalid, and where */
  async load(): Promise<void> {
    const inFile = await this.#inFile();
    const given = SETTINGS.map((setting): [string, Given[]] => {
      const { name } = setting;
      return [name, [...this.#inEnvironment(setting), ...(inFile.get(name) ?? [])]];
    });
    this.#given = new Map(given);
  }

  /** The value of a setting. */
  get<Value, Default>(setting: Setting<Value, Default>): Value | Default {
    return valuesOf(setting, this.#of(setting).slice(0, 1))[0] ?? setting.default;
  }

  /** All values of a setting that is a list, the strongest first. */
  all<Value>(setting: Setting<Value, never[]>): Value[] {
    return valuesOf(setting, this.#of(setting));
  }

  /** The effective values of a setting, each with where it was set. A list has several. */
  sources(setting: Setting): SetValue[] {
    const given = this.#of(setting);
    return (setting.isList ? given : given.slice(0, 1)).flatMap((one) => {
      return valuesOf(setting, [one]).map((value) => ({ source: one.source, value }));
    });
  }

  #of({ name }: { readonly name: string }): readonly Given[] {
    if (!this.#given) throw new Error('the settings have not been read');
    return this.#given.get(name) ?? [];
  }

  #inEnvironment(setting: Setting): Given[] {
    const { env } = this.#surroundings;
    const text = env[setting.variable] ?? '';
    if (text.trim() === '') return [];
    const texts = setting.isList ? text.split(delimiter).filter(Boolean) : [text.trim()];
    const at = { folder: '', home: homeFolder(this.#surroundings) };
    for (const text of texts) requireValid(setting, text, at, setting.variable);
    return [{ source: 'environment', texts, at }];
  }

  async #inFile(): Promise<Map<string, Given[]>> {
    const path = configFile(this.#surroundings);
    const text = path === undefined ? undefined : readConfigText(path);
    if (path === undefined || text === undefined) return new Map();
    const at = { folder: dirname(path), home: homeFolder(this.#surroundings) };
    // most people have no such file, and need no parser
    const { readSettings } = await import('./read-settings.ts');
    const read = readSettings(text, displayPath(path), at);
    return new Map(read.map(({ name, texts }) => [name, [{ source: 'file', texts, at }]]));
  }
}

function valuesOf<Value>(setting: Pick<Setting<Value>, 'read'>, given: readonly Given[]): Value[] {
  return given.flatMap(({ texts, at }) => {
    return texts.map((text) => setting.read(text, at)).filter((value) => value !== undefined);
  });
}
