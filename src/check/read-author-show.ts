import { Recap } from '../gated/recap.ts';
import { introductionHead, peopleHead, recapHead } from '../gated/recap-head.ts';
import {
  readPeopleFrontMatter,
  readRecapFrontMatter,
  readShowFrontMatter,
} from '../model/front-matter.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { ViewingOrder } from '../model/order.ts';
import { PEOPLE } from '../model/people.ts';
import { type Problem, RecapError } from '../model/problem.ts';
import { WITHOUT_FRONT_MATTER } from '../model/recap-source.ts';
import { readWhole } from '../store/library/file.ts';
import { readShow, type ShowLayer } from '../store/library/show-layers.ts';
import {
  AuthorFile,
  type AuthorHead,
  type AuthorRecap,
  type AuthorShow,
  findingOf,
} from './author-file.ts';
import type { Finding } from './finding.ts';
import { ShowMemory } from './show-memory.ts';

/**
 * Reads a show whole.
 *
 * @param paths the paths of its files by their names without extension
 * @param layers its folders, the strongest first
 * @param memory of the last time that it was read: what has not changed since is the same object
 */
export function readAuthorShow(
  slug: string,
  paths: ReadonlyMap<string, string>,
  layers: readonly ShowLayer[],
  memory = new ShowMemory(readWhole),
): AuthorShow {
  const findings: Finding[] = [];
  const guard = guarding(findings);
  const head = memory.head(layers, () => readHead(slug, paths.get(INTRODUCTION), layers, memory));
  const { front, show } = head;
  findings.push(...head.findings);
  // an invalid list must not make mistakes of what is right in the other files
  const order = show.isBroken ? new ViewingOrder([]) : show.order;
  const recaps: AuthorRecap[] = [];
  if (typeof front === 'object') {
    const { file, frontMatter } = front;
    recaps.push(
      memory.recap(file.path, file.bytes, show, () => ({
        file,
        frontMatter: { title: frontMatter.title },
        recap: new Recap(introductionHead(show), file.body),
        showFields: frontMatter,
      })),
    );
  }
  for (const [name, path] of paths) {
    if (name === INTRODUCTION) continue;
    const recap = guard(path, () => {
      const bytes = memory.read(path);
      return memory.recap(path, bytes, show, () => {
        const file = new AuthorFile(path, bytes);
        const frontMatter = frontMatterOf(file, order);
        const head =
          name === PEOPLE ? peopleHead(show, frontMatter) : recapHead(show, name, frontMatter);
        return { file, frontMatter, recap: new Recap(head, file.body) };
      });
    });
    if (recap) recaps.push(recap);
  }
  const introduction = paths.get(INTRODUCTION);
  const isFetched = layers.some(({ folder, showFile }) => {
    return folder.isFetched && showFile.kind === 'file' && showFile.path === introduction;
  });
  return { slug, front, show, isFetched, recaps, findings };
}

function frontMatterOf({ slug, frontMatter, split }: AuthorFile, order: ViewingOrder) {
  if (split === WITHOUT_FRONT_MATTER) return {};
  return slug === PEOPLE
    ? readPeopleFrontMatter(frontMatter, order)
    : readRecapFrontMatter(frontMatter, order);
}

/** Reads what the other files of a show depend on. @param path of its strongest `show.md` */
function readHead(
  slug: string,
  path: string | undefined,
  layers: readonly ShowLayer[],
  memory: ShowMemory,
): AuthorHead {
  const findings: Finding[] = [];
  const read = readFront(path, guarding(findings), memory);
  const report = (path: string, problem: Problem) => findings.push(findingOf(path, problem));
  const { show } = readShow(slug, layers, report, (path) => memory.read(path));
  return { show, front: show.isBroken ? 'broken' : read, findings };
}

type Guard = <T>(path: string, read: () => T) => T | undefined;

/** Turns what is wrong with a file as a whole into findings. */
function guarding(findings: Finding[]): Guard {
  return (path, read) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RecapError)) throw error;
      findings.push(...[error.problem, ...error.others].map((problem) => findingOf(path, problem)));
      return undefined;
    }
  };
}

function readFront(
  path: string | undefined,
  guard: Guard,
  memory: ShowMemory,
): AuthorShow['front'] {
  if (path === undefined) return 'missing';
  const front = guard(path, () => {
    const file = new AuthorFile(path, memory.read(path));
    return { file, frontMatter: readShowFrontMatter(file.frontMatter) };
  });
  return front ?? 'broken';
}
