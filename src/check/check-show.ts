import { Buffer } from 'node:buffer';
import { basename, dirname } from 'node:path';
import { secretsOf } from '../gated/show.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { PEOPLE } from '../model/people.ts';
import type { ShowLayer } from '../store/library/show-layers.ts';
import { sanitize } from '../text/sanitize.ts';
import type { AuthorFile, AuthorRecap, AuthorShow } from './author-file.ts';
import { duplicateFindings, episodeFindings } from './episode-rules.ts';
import { compareFindings, type Finding } from './finding.ts';
import { frontMatterFindings } from './front-matter-rules.ts';
import { gateFindings } from './gate-rules.ts';
import { leakFindings } from './leaks/leak-rules.ts';
import type { ReadRecap } from './leaks/leak-texts.ts';
import { linkFindings } from './link-rules.ts';
import { lookAlikeFindings } from './look-alikes.ts';
import { missingRecaps } from './missing-recaps.ts';
import { type FlatBody, flatBody } from './passages.ts';
import { peopleFindings } from './people-rules.ts';
import { readAuthorShow } from './read-author-show.ts';
import { remembered } from './remembered.ts';
import { type SecretFindings, secretFindings } from './secret-rules.ts';
import type { ShowMemory } from './show-memory.ts';
import { templateFindings } from './template-rules.ts';

/**
 * Everything that is wrong in the files of a show, sorted by place. Where its `show.md` is invalid, which episodes
 * there are is not known: what depends on it is left out, so that one slip there gives one finding.
 *
 * @param paths the paths of its files by their names without extension
 * @param layers its folders, the strongest first
 * @param memory of the last check of this show
 */
export function checkShow(
  slug: string,
  paths: ReadonlyMap<string, string>,
  layers: readonly ShowLayer[],
  memory?: ShowMemory,
): Finding[] {
  const author = readAuthorShow(slug, paths, layers, memory);
  const { front, show } = author;
  const all = author.recaps.map((recap) => ({ author: recap, flat: flatOf(recap, show.order) }));
  const introduction = all.find((recap) => isIntroduction(author, recap));
  const recaps = all.filter((recap) => recap !== introduction);
  const secrets = declaredSecrets(author, all);
  const people = recaps.find(({ author }) => author.file.slug === PEOPLE);
  const others = recaps.filter((recap) => recap !== people);
  const findings = [
    ...(front === 'broken' ? author.findings.map(withConsequence) : author.findings),
    ...showFindings(author, paths),
    ...missingRecaps(author, paths),
    ...all.flatMap(({ author, flat }) => findingsIn(author, flat, author === introduction?.author)),
    ...duplicateFindings(recaps.map((recap) => recap.author)),
    ...secrets.findings,
  ];
  if (front !== 'broken') {
    findings.push(
      ...all.flatMap((recap) => gateFindings(recap.author, recap.flat, show.order)),
      ...recaps.flatMap((recap) => episodeFindings(recap.author, show.order)),
      ...leakFindings(recaps, introduction, show.order, secrets.places),
      ...(people ? peopleFindings(people, others, introduction, show.order) : []),
    );
  }
  return once(findings.sort(compareFindings));
}

const flatOf = remembered(flatBody);
const findingsIn = remembered(fileFindings);

/** What is wrong with a `show.md` that cannot be read, and what that keeps from being checked. */
function withConsequence(finding: Finding): Finding {
  const isShowFile = basename(finding.at.path).toLowerCase() === `${INTRODUCTION}.md`;
  if (!isShowFile || finding.rule === 'show/unreadable') return finding;
  const message = `${finding.message} (episodes, gates and leaks are checked once this is fixed)`;
  return { ...finding, message };
}

function declaredSecrets({ front, show }: AuthorShow, all: readonly ReadRecap[]): SecretFindings {
  if (typeof front !== 'object') return { findings: [], places: [] };
  const after = (front.frontMatter.secrets ?? []).map((secret) => secret.after);
  return secretFindings(front.file, after, secretsOf(show), all, show.order);
}

function isIntroduction({ front }: AuthorShow, { author }: ReadRecap): boolean {
  return typeof front === 'object' && front.file === author.file;
}

function showFindings(
  { front, recaps, show }: AuthorShow,
  paths: ReadonlyMap<string, string>,
): Finding[] {
  const [some] = paths.values();
  if (front === 'missing' && some !== undefined) {
    const at = { path: dirname(some), line: 1, column: 1 };
    const message =
      'the show has no `show.md`, so it has no title, and its episodes are ordered by number; add one with `title:` and `episodes:`';
    return [{ rule: 'show/missing', message, at, related: undefined }];
  }
  if (typeof front !== 'object' || show.order.isListed) return [];
  if (recaps.length <= 1) return [];
  const message =
    'the show lists no episodes, so mistyped codes are not detected and spoilers without a gate can only be peeked at; add `episodes:`';
  return [front.file.finding('show/no-episodes', message, front.file.inFrontMatter(0))];
}

/** What is wrong in a file by itself, whatever episodes its show has. */
function fileFindings(author: AuthorRecap, flat: FlatBody, isShow: boolean): Finding[] {
  const { file } = author;
  return [
    ...frontMatterFindings(file, isShow ? 'show' : 'recap'),
    ...characterFindings(file),
    ...cutterFindings(author),
    ...lookAlikeFindings(file, flat),
    ...linkFindings(file),
    ...(isShow ? [] : emptyFindings(file)),
    ...templateFindings(file),
  ];
}

/** What the cutter could not understand. */
function cutterFindings({ file, recap }: AuthorRecap): Finding[] {
  return recap.problems.map(({ rule, message, offset }) => {
    return { rule, message, at: file.inBody(offset), related: undefined };
  });
}

/** Characters that are taken out before anything is read: they may be what keeps a marker from being one. */
function characterFindings(file: AuthorFile): Finding[] {
  const lines = Buffer.from(file.bytes.subarray(file.split.bodyOffset))
    .toString()
    .split(/\r\n?|\n/);
  const index = lines.findIndex((line) => sanitize(line) !== line);
  if (index === -1) return [];
  const line = lines[index] ?? '';
  const column = [...line].findIndex((letter) => sanitize(letter) !== letter) + 1;
  const at = { path: file.path, line: file.split.bodyLine + index, column: Math.max(1, column) };
  const message =
    'this control or invisible character is stripped when the recap is read; remove it';
  return [file.finding('file/characters', message, at)];
}

function emptyFindings(file: AuthorFile): Finding[] {
  const text = file.body.replace(/<!--[\s\S]*?-->|\{[^{}\n]*\}|:spoiler|spoiler/g, '');
  if (/[\p{L}\p{N}]/u.test(text)) return [];
  return [file.finding('recap/empty', 'the recap has no text yet; write it', file.inBody(0))];
}

/** One finding of a rule at a place is enough. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, at }) => {
    const place = `${rule} ${at.path}:${at.line}:${at.column}`;
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}
