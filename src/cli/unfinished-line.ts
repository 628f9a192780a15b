import type { Command, Option } from 'commander';
import type { AudienceOptions } from '../app/audience.ts';
import type { CommandTree } from './command.ts';
import type { LibraryOptions } from './options.ts';

/** What the last of several words on a command line is to be. */
export type Typed = Given & {
  /** What is typed of it; of `--option=value` the value. */
  readonly current: string;
  readonly options: PlaceOptions;
};

/** The options that decide where the reader is and what is in the library. */
export type PlaceOptions = LibraryOptions & AudienceOptions;

type Given =
  | {
      readonly kind: 'offers';
      readonly offers: readonly (readonly [value: string, description?: string])[];
    }
  /** A value of this kind, as the help calls it (`<episode>`), in the show that was named before it. */
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly show: string | undefined;
      /** The arguments before it. */
      readonly before: readonly string[];
    }
  | { readonly kind: 'nothing' };

/**
 * Reads an unfinished command line as Commander would, as far as it goes: the command, its arguments, and the
 * options that decide where the reader is.
 *
 * @param words those behind the program's name; the last one is not finished
 */
export async function readTyped(commands: CommandTree, words: readonly string[]): Promise<Typed> {
  const last = words.at(-1) ?? '';
  const line = new Line(commands);
  for (const word of words.slice(0, -1)) await line.take(word);
  const current = line.takeOption(last);
  return { ...line.given(current), current, options: line.options };
}

/** What an option such as `--no-titles` is given. */
const NEGATED = 'no';

class Line {
  readonly #tree: CommandTree;
  readonly #recap: Command;
  #command: Command;
  /** The option whose value comes next. */
  #pending: Option | undefined;
  /** Behind `--` everything is an argument. */
  #hasOptions = true;
  readonly #arguments: string[] = [];
  readonly #values = new Map<string, string[]>();

  constructor(tree: CommandTree) {
    this.#tree = tree;
    this.#recap = tree.recap;
    this.#command = tree.recap;
  }

  async take(word: string): Promise<void> {
    if (this.#pending) return this.#set(this.#pending, word);
    if (this.#hasOptions && word === '--') {
      this.#hasOptions = false;
      return;
    }
    if (this.#isOption(word)) {
      const [flag, value] = flagOf(word);
      const option = this.#find(flag);
      if (option && value !== undefined) this.#set(option, value);
      else if (option?.required) this.#pending = option;
      else if (option) this.#set(option, option.negate ? NEGATED : '');
      return;
    }
    const command = this.#isAtCommand && this.#commands().find((found) => found.name() === word);
    if (command) this.#command = (await this.#tree.load(word)) ?? command;
    else this.#arguments.push(word);
  }

  /** Takes the option of an unfinished `--option=value`. @returns what is typed of the value, or of any other word */
  takeOption(current: string): string {
    const [flag, value] = flagOf(current);
    if (this.#pending || value === undefined || !this.#isOption(current)) return current;
    const option = this.#find(flag);
    if (!option?.required) return current;
    this.#pending = option;
    return value;
  }

  given(current: string): Given {
    if (this.#pending) {
      const { flags, argChoices } = this.#pending;
      return this.#value(PLACEHOLDER.exec(flags)?.[1] ?? '', argChoices);
    }
    if (this.#isOption(current) || current === '-') {
      const offers = this.#optionsHere().map(({ long, short, description }) => {
        return [long ?? short ?? '', description] as const;
      });
      return { kind: 'offers', offers };
    }
    if (this.#isAtCommand) {
      const offers = this.#commands().map((command) => {
        return [command.name(), command.description()] as const;
      });
      return { kind: 'offers', offers };
    }
    const all = this.#command.registeredArguments;
    const last = all.at(-1)?.variadic ? all.at(-1) : undefined;
    const argument = all[this.#arguments.length] ?? last;
    return argument ? this.#value(argument.name(), argument.argChoices) : { kind: 'nothing' };
  }

  /** The options that decide where the reader is and what the library holds. */
  get options(): PlaceOptions {
    const one = (name: string) => this.#values.get(name)?.at(-1);
    const watched = one('watched');
    const profile = one('profile');
    const titles = one('titles');
    return {
      library: this.#values.get('library') ?? [],
      with: this.#values.get('with') ?? [],
      ...(titles !== undefined && { titles: titles !== NEGATED }),
      ...(watched !== undefined && { watched }),
      ...(profile !== undefined && { profile }),
    };
  }

  get #isAtCommand(): boolean {
    return this.#command === this.#recap && this.#arguments.length === 0;
  }

  #value(name: string, choices: readonly string[] | undefined): Given {
    if (choices) return { kind: 'offers', offers: choices.map((choice) => [choice] as const) };
    const isNamed = this.#command.registeredArguments[0]?.name() === 'show';
    const show = isNamed ? this.#arguments[0] : this.#values.get('show')?.at(-1);
    return { kind: 'value', name, show, before: this.#arguments };
  }

  #set(option: Option, value: string): void {
    const name = option.attributeName();
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
    this.#pending = undefined;
  }

  #isOption(word: string): boolean {
    return this.#hasOptions && word.startsWith('-') && word !== '-';
  }

  #find(flag: string): Option | undefined {
    return this.#optionsHere().find(({ long, short }) => flag === long || flag === short);
  }

  #optionsHere(): Option[] {
    return this.#command.createHelp().visibleOptions(this.#command);
  }

  #commands(): Command[] {
    return this.#recap.createHelp().visibleCommands(this.#recap);
  }
}

/** What the help calls the value of an option: `--output <file>`. */
const PLACEHOLDER = /<([^>]+)>/;

/** An option and the value that is written in one with it. */
function flagOf(word: string): readonly [flag: string, value: string | undefined] {
  const [flag = '', value] = word.startsWith('--') ? word.split(/=(.*)/s) : [word];
  return [flag, value];
}
