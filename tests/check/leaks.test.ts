import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkShow } from '../../src/check/check-show.ts';
import { readAuthorShow } from '../../src/check/read-author-show.ts';
import { Show, secretsOf } from '../../src/gated/show.ts';
import { wordKeys } from '../../src/text/inflections.ts';
import { foldWord, wordsOf } from '../../src/text/words.ts';
import { type LeakCase, leakCases } from './leak-cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'recap-leaks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Verdict {
  readonly found: readonly string[];
  readonly missed: readonly string[];
  /** Findings of a leak where nobody would see one. */
  readonly false: readonly string[];
}

/** Words of a text by their keys. */
function keys(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap(({ text: word }) => wordKeys(foldWord(word))));
}

/** What the checker finds of a case, against what a person would. */
function judge({ name, files, leaks }: LeakCase): Verdict {
  const paths = new Map<string, string>();
  const show = mkdtempSync(join(folder, 'show-'));
  for (const [file, text] of Object.entries(files)) {
    const path = join(show, file);
    writeFileSync(path, text);
    paths.set(file.replace(/\.md$/, ''), path);
  }
  const layers = [
    {
      folder: { root: folder, path: show, isFetched: false },
      showFile: { kind: 'file' as const, path: join(show, 'show.md') },
    },
  ];
  const findings = checkShow('show', paths, layers).filter(({ rule }) => rule.startsWith('leak/'));
  const { front } = readAuthorShow('show', paths, layers);
  const secrets =
    typeof front === 'object' ? secretsOf(new Show('show', front.frontMatter)) : undefined;
  const isOf = (leak: LeakCase['leaks'][number], { rule, at }: (typeof findings)[number]) => {
    if (basename(at.path) !== leak.file) return false;
    const line = (files[leak.file] ?? '')
      .split('\n')
      .slice(at.line - 1)
      .join('\n');
    const isDeclared = (secrets?.heldIn(leak.words).length ?? 0) > 0;
    if (rule === 'leak/secret') return isDeclared;
    if (rule === 'leak/label' || rule === 'leak/file-name') return true;
    const [word = ''] = wordsOf(line.slice(at.column - 1)).map(({ text }) => text);
    return [...keys(word)].some((key) => keys(leak.words).has(key));
  };
  const matched = leaks.filter((leak) => findings.some((finding) => isOf(leak, finding)));
  return {
    found: matched.map(({ words }) => `${name}: ${words}`),
    missed: leaks.filter((leak) => !matched.includes(leak)).map(({ words }) => `${name}: ${words}`),
    false: findings
      .filter((finding) => !leaks.some((leak) => isOf(leak, finding)))
      .map(({ rule, at }) => `${name}: ${rule} ${basename(at.path)}:${at.line}:${at.column}`),
  };
}

describe.each([
  ['the cases that the rules were made with', false],
  ['the cases that were held out', true],
])('%s', (name, isHeldOut) => {
  const verdicts = leakCases.filter((leak) => leak.isHeldOut === isHeldOut).map(judge);
  const of = (part: keyof Verdict) => verdicts.flatMap((verdict) => verdict[part]);
  const precision = of('found').length / (of('found').length + of('false').length);
  const recall = of('found').length / (of('found').length + of('missed').length);

  test('precision and recall are at least 0.9', () => {
    process.stdout.write(
      `\n${name}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)} of ${verdicts.length} cases\n${[
        ...of('missed').map((leak) => `  missed: ${leak}`),
        ...of('false').map((leak) => `  false: ${leak}`),
      ].join('\n')}\n`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
