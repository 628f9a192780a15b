import { readFileSync } from 'node:fs';

/** Where the text of a case stands. `recap`: in the recap of an earlier episode; `body`: in an article. */
const PLACES = ['label', 'heading', 'title', 'summary', 'tag', 'body', 'recap'] as const;
/** What a case gives away, or seems to. */
const KINDS = ['name', 'everyday', 'multiword', 'event'] as const;

export type CasePlace = (typeof PLACES)[number];
export type CaseKind = (typeof KINDS)[number];

/** A text that is added to a show, and what a person would say of it. */
export interface LabelledCase {
  readonly kind: CaseKind;
  readonly place: CasePlace;
  /** The episode it can be read from; `undefined`: it is public. */
  readonly opens: string | undefined;
  /** The episode that it gives away; `undefined` for a near-miss. */
  readonly tells: string | undefined;
  readonly text: string;
  /** Rules may not be tuned on it: every second leak and every second near-miss. */
  readonly isHeldOut: boolean;
}

/** A show with its recaps, told in full and in short, and the cases that are tried in it. */
export interface LabelledShow {
  readonly name: string;
  /** Its `show.md`. */
  readonly show: string;
  /** The text of each episode's recap, by code. */
  readonly recaps: Readonly<Record<'full' | 'short', ReadonlyMap<string, string>>>;
  readonly cases: readonly LabelledCase[];
}

/**
 * The labelled set that the search for leaks is measured with: two shows made of old novels, and texts by place and
 * kind, about two fifths of which are near-misses. The labels are those of a human editor and were written before the
 * rules that they measure. A case that reads wrong is to be discussed, not adapted to the rules.
 */
export function readLabelledShows(): LabelledShow[] {
  return [readShow('dracula', 0), readShow('jane-eyre', 1)];
}

/** @param heldOut whether the even (0) or odd (1) cases are held out, so that both halves have every place */
function readShow(name: string, heldOut: 0 | 1): LabelledShow {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, import.meta.url), 'utf8');
  return {
    name,
    show: read('show.md'),
    recaps: { full: recapsIn(read('full.md')), short: recapsIn(read('short.md')) },
    cases: casesIn(read('cases.txt'), heldOut),
  };
}

/** The sections of a file by their headings, which are episode codes. */
function recapsIn(text: string): Map<string, string> {
  const sections = text.split(/^# /m).slice(1);
  return new Map(sections.map((section) => [section.slice(0, 6), section.slice(6).trim()]));
}

function casesIn(text: string, heldOut: 0 | 1): LabelledCase[] {
  let [leaks, misses] = [0, 0];
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind, place, opens, tells, words] = line.split(/\s*\|\s*/);
      if (words === undefined) throw new Error(`no case: ${line}`);
      const count = tells === '-' ? misses++ : leaks++;
      return {
        kind: oneOf(KINDS, kind),
        place: oneOf(PLACES, place),
        opens: opens === '-' ? undefined : opens,
        tells: tells === '-' ? undefined : tells,
        text: words,
        isHeldOut: count % 2 === heldOut,
      };
    });
}

function oneOf<T extends string>(allowed: readonly T[], value: string | undefined): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`expected one of ${allowed.join(', ')}, not ${value}`);
  return found;
}
