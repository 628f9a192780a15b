import { tests } from 'commonmark-spec';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { Layout } from '../../src/render/layout.ts';

/**
 * The specification's examples, 0.31.2: whatever text its HTML shows, the layout shows as well, in the
 * same order, and nothing else but decoration. None is excepted.
 */
const BLOCKS = new Set(
  'blockquote br dd del div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table td textarea th tr ul'.split(
    ' ',
  ),
);

/** The specification writes tabs as arrows. */
const examples = tests.map(({ markdown, html, ...rest }) => ({
  ...rest,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

test.each(examples)('example $number ($section)', ({ markdown, html }) => {
  const shown = wordsOf(
    new Layout({ text: markdown, curtains: [], openings: [] }, { width: 200, isAscii: false }),
  );
  expect(shown).toEqual(words(textOf(parseFragment(html))));
});

function wordsOf(layout: Layout): string[] {
  const text = layout
    .lines()
    .map(({ spans }) => spans.map((span) => (span.style.decoration ? '' : span.text)).join(''));
  return words(text.join('\n'));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** The text that a browser shows of the tree; an image counts as its `alt`. */
function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!('childNodes' in node)) return '';
  const name = 'tagName' in node ? node.tagName : '';
  if (name === 'script' || name === 'style') return '';
  if (name === 'img' && 'attrs' in node) {
    return node.attrs.find((attribute) => attribute.name === 'alt')?.value ?? '';
  }
  const text = node.childNodes.map(textOf).join('');
  return BLOCKS.has(name) ? `\n${text}\n` : text;
}
