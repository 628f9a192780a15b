import type { EpisodeCode, Gate } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { yamlValues } from '../model/yaml-places.ts';
import type { AuthorFile, AuthorRecap } from './author-file.ts';
import type { Finding, Place } from './finding.ts';
import { type FlatBody, opensBefore } from './passages.ts';
import type { RuleName } from './rules.ts';
import { termsOf } from './terms.ts';

/** A recap with its body laid flat. */
export interface ReadRecap {
  readonly author: AuthorRecap;
  readonly flat: FlatBody;
}

/** A name or rare word somewhere in a show's folder. */
interface Occurrence {
  readonly key: string;
  /** What must have been watched to read it; `undefined`: nothing. */
  readonly gate: Gate | undefined;
  readonly rule: Extract<RuleName, `leak/${string}`>;
  readonly file: AuthorFile;
  readonly at: Place;
  /** It stands in an episode's recap, which may tell it from its gate on. */
  readonly isTold: boolean;
}

/**
 * Words that only gated text may know and that stand elsewhere too soon: names and rare words that an
 * episode's recap tells first, or a spoiler of an article where no recap tells them, and that can be read
 * before. What the show's introduction names, or its first episode tells, everybody may know.
 */
export function leakFindings(
  recaps: readonly ReadRecap[],
  introduction: ReadRecap | undefined,
  order: ViewingOrder,
): Finding[] {
  const known = new Set([...introductionTerms(introduction), ...knownNames(introduction)]);
  const occurrences = [
    ...declaredNames(introduction),
    ...recaps.flatMap((recap) => occurrencesIn(recap, order)),
  ];
  const byKey = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const same = byKey.get(occurrence.key);
    if (same) same.push(occurrence);
    else byKey.set(occurrence.key, [occurrence]);
  }
  const findings: Finding[] = [];
  for (const [key, all] of byKey) {
    if (known.has(key)) continue;
    const teller =
      first(
        all.filter(({ isTold }) => isTold),
        order,
      ) ?? secretOf(all, order);
    if (!teller || teller.gate === undefined || teller.gate === order.codes[0]) continue;
    for (const { gate, rule, file, at } of all) {
      if (!opensBefore(order, gate, teller.gate)) continue;
      const related = { at: teller.at, message: 'where it is first revealed' };
      findings.push(file.finding(rule, sentence(teller.gate), at, related));
    }
  }
  return findings;
}

function sentence(gate: Gate): string {
  const when = gate === null ? 'behind a gate that never opens' : `after ${gate}`;
  return `a name or rare word stands here that is told only ${when}; gate it, write it otherwise, or name it where the show is introduced`;
}

/** The occurrence that can be read first. */
function first(all: readonly Occurrence[], order: ViewingOrder): Occurrence | undefined {
  return all.reduce<Occurrence | undefined>(
    (found, next) => (!found || opensBefore(order, next.gate, found.gate) ? next : found),
    undefined,
  );
}

/**
 * Where no episode's recap tells a word: the spoiler that hides it, if it is hidden at all. What an article says
 * openly before it comes to that spoiler is no secret.
 */
function secretOf(all: readonly Occurrence[], order: ViewingOrder): Occurrence | undefined {
  const texts = all.filter(({ rule }) => rule === 'leak/text');
  const teller = first(
    texts.filter(({ gate }) => gate !== undefined),
    order,
  );
  const isOpenBefore = texts.some(({ gate, file, at }) => {
    return gate === undefined && file === teller?.file && isBefore(at, teller.at);
  });
  return isOpenBefore ? undefined : teller;
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

function introductionTerms(introduction: ReadRecap | undefined): string[] {
  if (!introduction) return [];
  const { author, flat } = introduction;
  const lines = yamlValues(author.file.frontMatter)
    .filter(({ path }) => path[0] === 'title' || path[0] === 'network')
    .map(({ start, end }) => author.file.frontMatter.slice(start, end));
  const open = flat.passages.filter(({ gate }) => gate === undefined).map(({ text }) => text);
  return [...lines, ...open].flatMap((text) => termsOf(text).map(({ key }) => key));
}

/** Names that `show.md` says everybody knows: those in `known`, and in `names` those without an episode. */
function knownNames(introduction: ReadRecap | undefined): string[] {
  if (!introduction) return [];
  const { known = [], names = [] } = introduction.author.showFields ?? {};
  const open = names.filter(({ after }) => after === undefined);
  return [...known, ...open.flatMap(({ name, aka = [] }) => [name, ...aka])].flatMap(keysOfName);
}

/** Names that `show.md` says an episode tells. */
function declaredNames(introduction: ReadRecap | undefined): Occurrence[] {
  if (!introduction) return [];
  const { file, showFields } = introduction.author;
  return (showFields?.names ?? []).flatMap(({ name, aka = [], after }, index) => {
    if (after === undefined) return [];
    const at = file.inFrontMatter(
      yamlValues(file.frontMatter).find(({ path }) => path[0] === 'names' && path[1] === index)
        ?.start ?? 0,
    );
    return [name, ...aka].flatMap(keysOfName).map((key): Occurrence => {
      return { key, gate: after, rule: 'leak/text', file, at, isTold: true };
    });
  });
}

/** The keys of a name wherever it stands in a sentence. */
function keysOfName(name: string): string[] {
  return [name, `of ${name}`].flatMap((text) => termsOf(text).map(({ key }) => key));
}

function occurrencesIn(recap: ReadRecap, order: ViewingOrder): Occurrence[] {
  return [...inFrontMatter(recap, order), ...inBody(recap), ...inLabels(recap)];
}

const FRONT_MATTER_RULES: ReadonlyMap<string, Occurrence['rule']> = new Map([
  ['title', 'leak/title'],
  ['summary', 'leak/summary'],
  ['tags', 'leak/tag'],
]);

/** Titles, summaries, tags and the name of the file. An episode's title can be read one episode early. */
function inFrontMatter(
  { author: { file, frontMatter } }: ReadRecap,
  order: ViewingOrder,
): Occurrence[] {
  const { episode } = frontMatter;
  const early = episode === undefined ? undefined : before(order, episode);
  const found = yamlValues(file.frontMatter).flatMap(({ path, start, end }) => {
    const rule = FRONT_MATTER_RULES.get(String(path[0]));
    if (!rule) return [];
    const gate = rule === 'leak/title' ? early : undefined;
    return termsOf(file.frontMatter.slice(start, end), rule === 'leak/title').map(
      ({ key, offset }) => ({
        key,
        gate,
        rule,
        file,
        at: file.inFrontMatter(start + offset),
        isTold: false,
      }),
    );
  });
  const name = termsOf(file.slug, true).map(({ key }) => ({
    key,
    gate: undefined,
    rule: 'leak/file-name' as const,
    file,
    at: { path: file.path, line: 1, column: 1 },
    isTold: false,
  }));
  return [...found, ...name];
}

function before({ codes }: ViewingOrder, episode: EpisodeCode): EpisodeCode | undefined {
  return codes[codes.indexOf(episode) - 1];
}

const HEADING = /^[ \t>]*#{1,6}[ \t].*$/gm;
const PICTURE = /!\[[^\]\n]*\]/g;

function inBody({ author: { file, frontMatter }, flat }: ReadRecap): Occurrence[] {
  return flat.passages.flatMap(({ text, offset: start, gate }) => {
    const headings = ranges(text, HEADING);
    const pictures = ranges(text, PICTURE);
    return termsIn(text, headings).map(({ key, offset }) => {
      const rule = isWithin(pictures, offset)
        ? 'leak/alt'
        : isWithin(headings, offset)
          ? 'leak/heading'
          : 'leak/text';
      const isTold = frontMatter.episode !== undefined;
      return { key, gate, rule, file, at: file.inBody(start + offset), isTold };
    });
  });
}

/** Labels can be read as soon as what surrounds their spoiler. */
function inLabels({ author: { file }, flat }: ReadRecap): Occurrence[] {
  return flat.spoilers.flatMap(({ spoiler: { label = '', form, offset }, around }) => {
    if (form === 'body') return [];
    const at = file.inBody(offset);
    return termsOf(label, true).map(({ key }) => ({
      key,
      gate: around,
      rule: 'leak/label' as const,
      file,
      at,
      isTold: false,
    }));
  });
}

type Range = readonly [from: number, to: number];

function ranges(text: string, pattern: RegExp): Range[] {
  return Array.from(
    text.matchAll(pattern),
    ({ 0: match, index }): Range => [index, index + match.length],
  );
}

function isWithin(all: readonly Range[], offset: number): boolean {
  return all.some(([from, to]) => from <= offset && offset < to);
}

/** The terms of a text in which headings are read as titles. */
function termsIn(text: string, headings: readonly Range[]) {
  const prose = termsOf(text).filter(({ offset }) => !isWithin(headings, offset));
  const titles = headings.flatMap(([from, to]) =>
    termsOf(text.slice(from, to), true).map((term) => ({ ...term, offset: term.offset + from })),
  );
  return [...prose, ...titles];
}
