import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthorFile, type AuthorRecap } from '../../src/check/author-file.ts';
import { recap } from './recaps.ts';

/** An article of the show of `recaps.ts` as the checker reads it from a file. */
export function authorRecapOf(body: string): AuthorRecap {
  const folder = mkdtempSync(join(tmpdir(), 'recap-author-'));
  try {
    const path = join(folder, 'an-article.md');
    writeFileSync(path, `---\ntitle: An article\n---\n${body}\n`);
    const file = new AuthorFile(path, readFileSync(path));
    return { file, frontMatter: { title: 'An article' }, recap: recap(file.body) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
