import type { Secrets } from '../gated/secrets.ts';
import type { EpisodeCode, Gate } from '../model/episode.ts';
import type { Fields } from '../model/field.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import type { ViewingOrder } from '../model/order.ts';
import { RECAP_FIELDS } from '../model/recap-fields.ts';
import { SHOW_FIELDS } from '../model/show-fields.ts';
import { yamlValues } from '../model/yaml-places.ts';
import { curtainMark } from '../veil/marks.ts';
import { sentences } from '../veil/sentences.ts';
import type { AuthorFile, AuthorRecap } from './author-file.ts';
import type { Finding, Place } from './finding.ts';
import type { ReadRecap } from './leaks/leak-texts.ts';
import { type FlatBody, opensBefore } from './passages.ts';
import { remembered } from './remembered.ts';

/** A declared secret without its words. */
interface Declared {
  readonly after: EpisodeCode;
  readonly at: Place;
}

/** A statement with a declared secret that can be read too soon. */
export interface SecretPlace {
  readonly path: string;
  readonly part: 'body' | 'front matter' | 'name';
  /** In UTF-16 code units of its part. */
  readonly from: number;
  readonly to: number;
}

/** What is wrong with declared secrets, and where they can be read too soon. */
export interface SecretFindings {
  readonly findings: readonly Finding[];
  readonly places: readonly SecretPlace[];
}

/** Whether a text holds a secret, read together with its context. */
type IsIn = (text: string, context?: readonly string[]) => boolean;

/**
 * Where declared secrets can be read before their episode (recap hides the sentence, and says so only here),
 * those that never open, and those that nothing tells though their episode has a recap.
 */
export function secretFindings(
  show: AuthorFile,
  after: readonly EpisodeCode[],
  secrets: Secrets,
  recaps: readonly ReadRecap[],
  order: ViewingOrder,
): SecretFindings {
  const places: SecretPlace[] = [];
  const declared = after.map((code, index) => ({ after: code, at: declarationAt(show, index) }));
  const told = new Set(recaps.map(({ author }) => author.frontMatter.episode));
  const said = new Map(
    recaps.map((recap) => [recap, secretsIn(recap.author, recap.flat, declared, secrets, order)]),
  );
  const findings = declared.flatMap((secret, index) => {
    if (!order.knows(secret.after)) {
      const message =
        'the show lists no such episode, so this secret never opens; fix the episode code';
      return show.finding('secret/unknown-episode', message, secret.at);
    }
    const leaks = recaps.flatMap((recap) => {
      const found = said.get(recap)?.[index]?.leaks ?? [];
      places.push(...found);
      return found.map((place) => leakFinding(recap.author.file, place, secret));
    });
    const isTold = recaps.some((recap) => said.get(recap)?.[index]?.isTold);
    if (isTold || !told.has(secret.after)) return leaks;
    const message =
      'no sentence contains this phrase, although its episode has a recap; use the words of the recap';
    return [...leaks, show.finding('secret/untold', message, secret.at)];
  });
  return { findings, places };
}

/** What a recap says of each secret. */
const secretsIn = remembered(
  (
    author: AuthorRecap,
    flat: FlatBody,
    declared: readonly Declared[],
    secrets: Secrets,
    order: ViewingOrder,
  ) => {
    const recap = { author, flat };
    const told = toldIn(recap, secrets);
    const openText = openTextOf(flat, order);
    return declared.map((secret, index) => {
      const isIn: IsIn = (text, context) => secrets.heldIn(text, context).includes(index);
      const leaks = leaksIn(recap, secret, isIn, openText(secret.after), order);
      return { leaks, isTold: told.has(index) };
    });
  },
);

function declarationAt(show: AuthorFile, index: number): Place {
  const value = yamlValues(show.frontMatter).find(({ path: [key, entry, name] }) => {
    return key === 'secrets' && entry === index && (name === 'phrase' || name === 'any');
  });
  return show.inFrontMatter(value?.start ?? 0);
}

/** The statements of a recap that say a secret before its episode. */
function leaksIn(
  { author, flat }: ReadRecap,
  { after }: Declared,
  isIn: IsIn,
  openText: readonly PlacedSentence[],
  order: ViewingOrder,
): SecretPlace[] {
  const { file, frontMatter } = author;
  const places: SecretPlace[] = [];
  const add = (part: SecretPlace['part'], from: number, to: number) => {
    places.push({ path: file.path, part, from, to });
  };
  for (const { path, start, end } of yamlValues(file.frontMatter)) {
    const isEpisodesTitle = path[0] === 'title' && frontMatter.episode === after;
    if (isEpisodesTitle || !isShownBefore(String(path[0]), author, after, order)) continue;
    if (isIn(file.frontMatter.slice(start, end))) add('front matter', start, end);
  }
  if (isIn(file.slug.replace(/[-_.]/g, ' '))) add('name', 0, file.slug.length);
  for (const { spoiler, around } of flat.spoilers) {
    const { label = '', offset } = spoiler;
    if (opensBefore(order, around, after) && isIn(label))
      add('body', offset, offset + label.length);
  }
  for (const { text, context, from, to } of openText) {
    if (isIn(text, context)) add('body', from, to);
  }
  return places;
}

function leakFinding(
  file: AuthorFile,
  { part, from }: SecretPlace,
  { after, at }: Declared,
): Finding {
  const place = {
    body: () => file.inBody(from),
    'front matter': () => file.inFrontMatter(from),
    name: () => ({ path: file.path, line: 1, column: 1 }),
  }[part]();
  const message = `a declared secret that waits for ${after} can be read here; gate it, or say less`;
  return file.finding('leak/secret', message, place, {
    at,
    message: 'where the secret is declared',
  });
}

/** Whether a field of front matter is shown before an episode. */
function isShownBefore(
  name: string,
  { frontMatter, recap, file }: AuthorRecap,
  after: EpisodeCode,
  order: ViewingOrder,
): boolean {
  const fields: Fields = file.slug === INTRODUCTION ? SHOW_FIELDS : RECAP_FIELDS;
  const visibility = fields[name]?.visibility ?? 'never';
  const isFetched = frontMatter.retrieved !== undefined || frontMatter.headline !== undefined;
  const waits = visibility === 'body' || (visibility === 'provenance' && isFetched);
  return visibility !== 'never' && (!waits || opensBefore(order, recap.head.gate, after));
}

interface PlacedSentence {
  readonly text: string;
  readonly context: readonly string[];
  /** In the body, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
}

/** What gives the sentences that can be read just before an episode, curtains in them as they are. */
function openTextOf(
  { passages }: FlatBody,
  order: ViewingOrder,
): (after: Gate) => readonly PlacedSentence[] {
  // before most episodes the same is open
  const known = new Map<string, readonly PlacedSentence[]>();
  return (after) => {
    const open = passages.map(({ gate }) => opensBefore(order, gate, after));
    const asked = open.map(Number).join('');
    const placed = known.get(asked) ?? placedSentences(passages, open);
    known.set(asked, placed);
    return placed;
  };
}

/** @param open for each passage whether it can be read */
function placedSentences(
  passages: FlatBody['passages'],
  open: readonly boolean[],
): PlacedSentence[] {
  let text = '';
  const starts: { readonly at: number; readonly offset: number }[] = [];
  for (const [index, passage] of passages.entries()) {
    if (open[index]) starts.push({ at: text.length, offset: passage.offset });
    text += open[index] ? passage.text : curtainMark(0);
  }
  const textOf = ({ from, to }: { readonly from: number; readonly to: number }) =>
    text.slice(from, to);
  const inBody = (position: number) => {
    const start = starts.findLast(({ at }) => at <= position);
    return start ? start.offset + position - start.at : 0;
  };
  return Array.from(sentences(text), (sentence) => {
    const context = sentence.context.map(textOf);
    return {
      text: textOf(sentence),
      context,
      from: inBody(sentence.from),
      to: inBody(sentence.to),
    };
  });
}

/** The secrets that a recap tells somewhere, by index. */
function toldIn({ flat, author }: ReadRecap, secrets: Secrets): ReadonlySet<number> {
  const all = flat.passages.map(({ text }) => text).join('');
  const textOf = ({ from, to }: { readonly from: number; readonly to: number }) =>
    all.slice(from, to);
  const { title = '', summary = '' } = author.frontMatter;
  return new Set([
    ...secrets.heldIn(title),
    ...secrets.heldIn(summary),
    ...Array.from(sentences(all), (sentence) =>
      secrets.heldIn(textOf(sentence), sentence.context.map(textOf)),
    ).flat(),
  ]);
}
