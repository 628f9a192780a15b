import { saysAsWritten } from '../gated/phrase.ts';
import type { Secrets } from '../gated/secrets.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Fields } from '../model/field.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import type { ViewingOrder } from '../model/order.ts';
import { isFetched, RECAP_FIELDS } from '../model/recap-fields.ts';
import { SHOW_FIELDS } from '../model/show-fields.ts';
import { wordsOf } from '../text/words.ts';
import type { AuthorFile, AuthorRecap } from './author-file.ts';
import type { Finding, Place } from './finding.ts';
import type { ReadRecap } from './leaks/leak-texts.ts';
import { type FlatBody, opensBefore } from './passages.ts';
import { remembered } from './remembered.ts';
import { type HeldStatement, SecretsOfBody } from './secrets-of-body.ts';

/** A declared secret without its words. */
interface Declared {
  readonly after: EpisodeCode;
  readonly at: Place;
}

/** A statement with a declared secret that can be read too soon. */
export interface SecretPlace extends Pick<HeldStatement, 'part' | 'from' | 'to'> {
  readonly path: string;
}

/** What is wrong with declared secrets, and where they can be read too soon. */
export interface SecretFindings {
  readonly findings: readonly Finding[];
  readonly places: readonly SecretPlace[];
}

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
  if (after.length === 0) return { findings: [], places: [] };
  const places: SecretPlace[] = [];
  const declared = after.map((code, index) => ({ after: code, at: declarationAt(show, index) }));
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
      const found = said.get(recap)?.leaks[index] ?? [];
      places.push(...found);
      return found.map((place) => leakFinding(recap.author.file, place, secret));
    });
    const own = recaps.filter(({ author }) => author.frontMatter.episode === secret.after);
    const isTelling = (recap: ReadRecap) => said.get(recap)?.tells(index);
    if (own.length === 0 || own.some(isTelling) || recaps.some(isTelling)) return leaks;
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
    const { title = '', summary = '' } = author.frontMatter;
    const mayHold = mayHoldApart({ author, flat }, secrets);
    const apart = mayHold ? statementsApart({ author, flat }, secrets, order) : [];
    const body = new SecretsOfBody(flat, secrets, order);
    const leaks = declared.map(({ after }, index) => {
      return [...apart.filter(({ isOpen }) => isOpen(after)), ...body.before(index, after)]
        .filter(({ held }) => held.includes(index))
        .map(({ part, from, to }) => ({ path: author.file.path, part, from, to }));
    });
    const told = new Set(mayHold ? [title, summary].flatMap((text) => secrets.heldIn(text)) : []);
    const tells = (index: number) => told.has(index) || body.tells(index);
    return { leaks, tells };
  },
);

function declarationAt(show: AuthorFile, index: number): Place {
  const value = show.values.find(({ path: [key, entry, name] }) => {
    return key === 'secrets' && entry === index && (name === 'phrase' || name === 'any');
  });
  return show.inFrontMatter(value?.start ?? 0);
}

/** Whether anything that is read by itself may hold a secret: most recaps have no secret's words in their front matter. */
function mayHoldApart(
  { author: { file, frontMatter }, flat }: ReadRecap,
  secrets: Secrets,
): boolean {
  const { title, summary } = frontMatter;
  const labels = flat.spoilers.map(({ spoiler }) => spoiler.label);
  const text = [nameOf(file), file.frontMatter, title, summary, ...labels].join('\n');
  if (!saysAsWritten(text)) return true;
  return secrets.possibleWith(secrets.wordsAmong(wordsOf(text))).length > 0;
}

/** The words of a file's name. */
function nameOf({ slug }: AuthorFile): string {
  return slug.replace(/[-_.]/g, ' ');
}

/** A statement that is read by itself. */
interface StatementApart extends HeldStatement {
  /** Whether it can be read just before an episode. */
  isOpen(after: EpisodeCode): boolean;
}

/** The values of a recap's front matter, its name and its labels, as far as they hold secrets. */
function statementsApart(
  { author, flat }: ReadRecap,
  secrets: Secrets,
  order: ViewingOrder,
): StatementApart[] {
  const { file, frontMatter } = author;
  const fields = file.values.map(({ path: [key], start, end }): StatementApart => {
    const isOpen = (after: EpisodeCode) => {
      const isEpisodesTitle = key === 'title' && frontMatter.episode === after;
      return !isEpisodesTitle && isShownBefore(String(key), author, after, order);
    };
    const held = secrets.heldIn(file.frontMatter.slice(start, end));
    return { part: 'front matter', from: start, to: end, held, isOpen };
  });
  const name: StatementApart = {
    part: 'name',
    from: 0,
    to: file.slug.length,
    held: secrets.heldIn(nameOf(file)),
    isOpen: () => true,
  };
  const labels = flat.spoilers.map(({ spoiler, around }): StatementApart => {
    const { label = '', offset } = spoiler;
    return {
      part: 'body',
      from: offset,
      to: offset + label.length,
      held: secrets.heldIn(label),
      isOpen: (after) => opensBefore(order, around, after),
    };
  });
  return [...fields, name, ...labels].filter(({ held }) => held.length > 0);
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
  const waits = visibility === 'body' || (visibility === 'provenance' && isFetched(frontMatter));
  return visibility !== 'never' && (!waits || opensBefore(order, recap.head.gate, after));
}
