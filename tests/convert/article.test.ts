import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Show } from '../../src/gated/show.ts';
import { readShowFrontMatter } from '../../src/model/front-matter.ts';
import { SHOW_LIMITS, split } from '../../src/model/recap-source.ts';
import { code, show } from '../support/recaps.ts';
import { converted, wordsIn } from './converting.ts';

/** An article that asks a question and answers it, copied from a browser with what stands around it. */
const ARTICLE = [
  'Who sank the ferry in A Show season 1?',
  'March 3, 2021',
  'Edda Vane 4',
  'Netflix, News, TV Recaps',
  'View allNext Episode',
  'This article “Who sank the ferry in A Show season 1” contains major spoilers.',
  'We all like a riddle, and this series takes its time with it: it points at one person after the other, and it keeps the answer for the very end. So who sank the ferry?',
  'What is the ferry?',
  'It is the only way off the island, and one night in autumn it goes down in calm water with nobody on board but the mate, who remembers nothing of it.',
  'So who did it? (Major spoiler)',
  'It was the harbor master, Ilse Brandt. She opened the valves herself, as the last hour shows, and there were hints of it before that one could have seen.',
  'Why did Ilse sink it?',
  'The insurance would have paid for the new pier, and her brother Tom had found the forged log. It had to be gone before the audit, and so did he.',
  'For more recaps, reviews and features, why not follow us on Twitter and like our Facebook page?',
  'View allNext Episode',
  'Leave a Reply',
  'This site uses Akismet to reduce spam. Learn how your comment data is processed.',
];
const HTML = `<!DOCTYPE html><html><head><title>${ARTICLE[0]} | Barre</title><meta property="og:site_name" content="Barre"><link rel="canonical" href="https://www.barre.example/who-sank-the-ferry"></head><body><header><nav>Home</nav></header><main><article><h1>${ARTICLE[0]}</h1><div class="entry-meta"><time datetime="2021-03-03">${ARTICLE[1]}</time> <span class="author">Edda Vane</span></div>${ARTICLE.slice(
  5,
  13,
)
  .map((line) =>
    line.length < 80 && !line.includes('contains') ? `<h2>${line}</h2>` : `<p>${line}</p>`,
  )
  .join(
    '',
  )}<p>${ARTICLE[13]}</p></article><section id="comments"><h3>Leave a Reply</h3></section></main><footer>Akismet</footer></body></html>`;

describe.each([
  ['as text', ARTICLE.join('\n\n'), 'Season 1 recap'],
  ['as a page', HTML, 'Season 1 recap, barre.example'],
])('an article that answers its own question, %s', (_, text, title) => {
  const { frontMatter, seen, draft } = converted(text, show);

  test('has a plain title, and its own one waits', () => {
    expect(frontMatter).toMatchObject({
      title,
      after: code(10),
      headline: ARTICLE[0],
      author: 'Edda Vane',
      published: '2021-03-03',
    });
  });
  test('is closed before the last episode, and reads whole after it', () => {
    for (const text of seen.slice(0, 10)) {
      expect(text).not.toMatch(/Ilse|valves|forged|calm water|riddle|Who sank/);
    }
    for (const line of ARTICLE.slice(5, 13)) expect(seen[10]).toContain(line);
  });
  test('keeps nothing of what stands around it', () => {
    expect(draft.text).not.toMatch(/Akismet|Leave a Reply|View all|Twitter|TV Recaps|Home/);
  });
});

/** Recorded pages, which are kept beside the checkout where there are any. */
const RECORDED = '../shared/cases/convert';

describe.skipIf(!existsSync(RECORDED))('recorded pages', () => {
  const files = existsSync(RECORDED)
    ? readdirSync(RECORDED, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /^(?!01-|lib).*\.(?:html|txt|md|mhtml)$/.test(name),
      )
    : [];
  const harbor = () => {
    const bytes = readFileSync(join(RECORDED, 'lib2', 'harbor', 'show.md'));
    return new Show('harbor', readShowFrontMatter(split(bytes, SHOW_LIMITS).frontMatter));
  };
  test.each(files)('%s', (name) => {
    const bytes = readFileSync(join(RECORDED, name));
    const { seen, draft } = converted(bytes, harbor());
    const source = bytes.toString('latin1').replace(/=\n/g, '');
    expect(draft.isDoubtful).toBe(false);
    expect(seen[0]).not.toMatch(/SPOIL_/);
    const words = wordsIn(source, /(?:OPEN|SPOIL)_\w+/g).filter((word) => word !== 'SPOIL_desc');
    expect(words.filter((word) => !seen.at(-1)?.includes(word))).toEqual([]);
    expect(seen.at(-1)).not.toMatch(/FURN_/);
  });
});

describe('formats', () => {
  test.each([
    ['%PDF-1.7', /PDF/],
    ['{\\rtf1 x}', /RTF/],
    ['bplist00x', /Safari web archive/],
    ['<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', /feed/],
    ['{"title": "x"}', /JSON/],
    ['  \n ', /empty/],
    ['<html><body><nav>Home</nav></body></html>', /no text/],
  ])('%s is refused in one sentence that says what it is', (text, message) => {
    expect(() => converted(text, show)).toThrow(message);
  });
  test('an archive of a page is read, with the address that it was saved from', () => {
    const archive = [
      'From: <Saved by Blink>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://site.example/s1e2',
      '',
      '<html><body><p>Gr=F6=DFe und Ma=',
      '=DF</p></body></html>',
      '--b--',
    ].join('\r\n');
    const { frontMatter, seen } = converted(archive, show);
    expect(frontMatter).toMatchObject({ after: code(2), source: 'https://site.example/s1e2' });
    expect(seen[2]).toContain('Größe und Maß');
  });
  test('a page is decoded by the charset that it declares', () => {
    const page = '<meta charset="iso-8859-1"><p>Gr\u00f6\u00dfe</p>';
    expect(converted(Buffer.from(page, 'latin1'), show).seen[10]).toContain('Größe');
  });
  test('the front matter of a web clipper is read, and its description left out', () => {
    const { frontMatter, draft } = converted(
      '---\ntitle: "Who did it?"\nsource: "https://site.example/x"\nauthor:\n  - "[[Mara Lind]]"\ndescription: "Ana did."\n---\nText.\n',
      show,
    );
    expect(frontMatter).toMatchObject({ headline: 'Who did it?', author: 'Mara Lind' });
    expect(draft.text).not.toContain('Ana did');
  });
});
