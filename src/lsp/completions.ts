import { basename } from 'node:path';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { INTRODUCTION } from '../model/introduction.ts';
import { RECAP_FIELDS } from '../model/recap-fields.ts';
import { SHOW_FIELDS } from '../model/show-fields.ts';
import { before, bodyLine } from './front-matter-position.ts';
import type { OpenShow } from './open-show.ts';
import { pathOf } from './workspace.ts';

/**
 * What can be written at a position: keys of front matter, attributes, codes of the show's episodes, spoilers.
 *
 * @param isVsCode the editor has the commands of VS Code
 */
export function completions(
  document: TextDocument,
  position: Position,
  show: OpenShow,
  isVsCode: boolean,
): CompletionItem[] {
  const line = before(document, position);
  const isFrontMatter = position.line < bodyLine(document);
  if (isFrontMatter) {
    if (/(?:^|[\s{,])(?:episode|after|code):\s*\S*$/.test(line))
      return codes(show, /after:/.test(line));
    return /^[\w-]*$/.test(line) ? keys(document) : [];
  }
  const inBraces = /\{([^{}]*)$/.exec(line)?.[1];
  if (inBraces !== undefined) {
    if (/(?:^|\s)after=\S*$/.test(inBraces)) return codes(show, true);
    return /(?:^|\s)[a-z]*$/.test(inBraces) ? attributes(inBraces, isVsCode) : [];
  }
  return /(?:^|\s):{1,3}[a-z]*$/.test(line) ? spoilers(line) : [];
}

function codes(show: OpenShow, mayNever: boolean): CompletionItem[] {
  const { front, show: read } = show.read();
  const titles = new Map(
    typeof front === 'object'
      ? (front.frontMatter.episodes ?? []).map(({ code, title }) => [code, title] as const)
      : [],
  );
  const listed = read.order.codes.map((code, index): CompletionItem => {
    const detail = titles.get(code);
    return {
      label: code,
      kind: CompletionItemKind.EnumMember,
      sortText: String(index).padStart(5, '0'),
      ...(detail !== undefined && { detail }),
    };
  });
  const never = { label: 'never', kind: CompletionItemKind.EnumMember, sortText: 'never' };
  return mayNever ? [...listed, never] : listed;
}

function keys(document: TextDocument): CompletionItem[] {
  const isShow = basename(pathOf(document.uri) ?? '') === `${INTRODUCTION}.md`;
  const written = document.getText();
  return Object.entries(isShow ? SHOW_FIELDS : RECAP_FIELDS)
    .filter(([name]) => !new RegExp(`^${name}:`, 'm').test(written))
    .map(([name, { about }]) => ({
      label: name,
      kind: CompletionItemKind.Property,
      insertText: `${name}: `,
      documentation: about,
    }));
}

const ATTRIBUTES = [
  ['after', 'after=', 'The episode after which it opens.'],
  ['label', 'label="$0"', 'What readers see before it opens.'],
  ['also', 'also="$0"', 'Other names of the same person.'],
] as const;

function attributes(written: string, isVsCode: boolean): CompletionItem[] {
  return ATTRIBUTES.filter(([name]) => !written.includes(`${name}=`)).map(
    ([label, insertText, documentation]) => ({
      label,
      kind: CompletionItemKind.Property,
      insertText,
      insertTextFormat: InsertTextFormat.Snippet,
      documentation,
      // the codes come next
      ...(isVsCode &&
        label === 'after' && {
          command: { title: 'Complete', command: 'editor.action.triggerSuggest' },
        }),
    }),
  );
}

function spoilers(line: string): CompletionItem[] {
  const colons = /(:{1,3})[a-z]*$/.exec(line)?.[1] ?? '';
  const snippet = (label: string, text: string, documentation: string): CompletionItem => ({
    label,
    kind: CompletionItemKind.Snippet,
    insertText: text.slice(colons.length),
    filterText: label.slice(colons.length),
    insertTextFormat: InsertTextFormat.Snippet,
    documentation,
  });
  const block = snippet(
    ':::spoiler',
    ':::spoiler{after=$1}\n$0\n:::',
    'A block that opens after an episode.',
  );
  const words = snippet(':spoiler', ':spoiler[$0]{after=$1}', 'Words that open after an episode.');
  return colons.length === 1 ? [words, block] : [block];
}
