import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkShow } from '../../../src/check/check-show.ts';
import type { Finding } from '../../../src/check/finding.ts';
import type { LabelledCase, LabelledShow } from './labelled-set.ts';

export type Length = 'full' | 'short';

/** A case and whether the checker reported it. */
export interface Judged {
  readonly labelled: LabelledCase;
  readonly length: Length;
  readonly isFound: boolean;
}

/** Tries the cases of a show, one at a time, with recaps of a length. */
export class Trial {
  readonly #show: LabelledShow;
  readonly #length: Length;
  readonly #folder: string;
  readonly #paths: ReadonlyMap<string, string>;

  /** @param temporary where its files may be written */
  constructor(show: LabelledShow, length: Length, temporary: string) {
    this.#show = show;
    this.#length = length;
    this.#folder = mkdtempSync(join(temporary, 'show-'));
    mkdirSync(join(this.#folder, 'case'));
    const files: [name: string, text: string][] = [
      ['show', show.show],
      ...Array.from(show.recaps[length].keys(), (code): [string, string] => [
        code.toLowerCase(),
        this.#recap(code),
      ]),
    ];
    this.#paths = new Map(files.map(([name, text]) => [name, this.#write('.', name, text)]));
  }

  /** What the checker says about leaks in the show by itself. */
  findings(): Finding[] {
    return this.#leaks(this.#paths);
  }

  judge(labelled: LabelledCase): Judged {
    const name = labelled.place === 'recap' ? (labelled.opens ?? '').toLowerCase() : 'notes';
    const path = this.#write('case', name, this.#fileOf(labelled));
    const findings = this.#leaks(new Map([...this.#paths, [name, path]]));
    const isFound = findings.some(({ at }) => at.path === path);
    return { labelled, length: this.#length, isFound };
  }

  #leaks(paths: ReadonlyMap<string, string>): Finding[] {
    const layer = {
      folder: { root: this.#folder, path: this.#folder, isFetched: false },
      showFile: { kind: 'file' as const, path: join(this.#folder, 'show.md') },
    };
    return checkShow('show', paths, [layer]).filter(({ rule }) => rule.startsWith('leak/'));
  }

  #write(folder: string, name: string, text: string): string {
    const path = join(this.#folder, folder, `${name}.md`);
    writeFileSync(path, text);
    return path;
  }

  #recap(code: string, more = ''): string {
    return `---\nepisode: ${code}\n---\n\n${this.#show.recaps[this.#length].get(code)}\n${more}`;
  }

  #fileOf({ place, opens, text }: LabelledCase): string {
    if (place === 'recap') return this.#recap(opens ?? '', `\n${text}\n`);
    const last = [...this.#show.recaps[this.#length].keys()].at(-1);
    const gate = opens === undefined ? '' : `after: ${opens}\n`;
    const head = {
      title: `title: ${JSON.stringify(text)}\n`,
      summary: `title: Notes\nsummary: ${JSON.stringify(text)}\n`,
      tag: `title: Notes\ntags: [${JSON.stringify(text)}]\n`,
      label: 'title: Notes\n',
      heading: 'title: Notes\n',
      body: 'title: Notes\n',
    }[place];
    const body = {
      title: 'Read on.',
      summary: 'Read on.',
      tag: 'Read on.',
      label: `:::spoiler{after=${last} label=${JSON.stringify(text)}}\nMore.\n:::`,
      heading: `## ${text}\n\nMore.`,
      body: text,
    }[place];
    return `---\n${head}${gate}---\n\n${body}\n`;
  }
}

/** How well a set of cases was judged. */
export interface Score {
  readonly leaks: number;
  readonly nearMisses: number;
  readonly precision: number;
  readonly recall: number;
}

export function scoreOf(judged: readonly Judged[]): Score {
  const leaks = judged.filter(({ labelled }) => labelled.tells !== undefined);
  const found = judged.filter(({ isFound }) => isFound).length;
  const right = leaks.filter(({ isFound }) => isFound).length;
  return {
    leaks: leaks.length,
    nearMisses: judged.length - leaks.length,
    precision: found === 0 ? 1 : right / found,
    recall: leaks.length === 0 ? 1 : right / leaks.length,
  };
}
