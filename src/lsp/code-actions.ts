import { basename } from 'node:path';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixText } from '../author/fix/fix-text.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { RECAP_FIELDS } from '../model/recap-fields.ts';
import { SHOW_FIELDS } from '../model/show-fields.ts';
import { pathOf } from './workspace.ts';

/**
 * The mistakes that have one right form only, as `recap check --fix` corrects them: one by one, and all of the file.
 *
 * @param context the diagnostics that the editor asks about, and the kinds of actions that it wants
 */
export function codeActions(
  document: TextDocument,
  { diagnostics, only }: CodeActionContext,
): CodeAction[] {
  const isShow = basename(pathOf(document.uri) ?? '') === `${INTRODUCTION}.md`;
  const edits = changedLines(
    document.getText(),
    fixText(document.getText(), isShow ? SHOW_FIELDS : RECAP_FIELDS),
  );
  if (edits.length === 0) return [];
  const quick = diagnostics.flatMap((diagnostic): CodeAction[] => {
    const { line } = diagnostic.range.start;
    const own = edits.filter(({ range }) => range.start.line <= line && line <= range.end.line);
    if (own.length === 0) return [];
    return [
      {
        title: 'Fix this mistake',
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: { changes: { [document.uri]: own } },
      },
    ];
  });
  const all: CodeAction = {
    title: 'Fix all auto-fixable problems',
    kind: CodeActionKind.SourceFixAll,
    edit: { changes: { [document.uri]: edits } },
  };
  return [...quick, all].filter(({ kind = '' }) => {
    // the empty kind means all kinds
    return (
      !only ||
      only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
    );
  });
}

const LINE_END = /\r\n|\r|\n/;

/** Edits of whole lines: of each changed line where their number stays, else of all from the first to the last. */
function changedLines(text: string, fixed: string): TextEdit[] {
  if (text === fixed) return [];
  // the editor keeps its own line ends
  const [old, next] = [text.split(LINE_END), fixed.split(LINE_END)];
  if (old.length === next.length) {
    return next.flatMap((line, index) => {
      const was = old[index] ?? '';
      if (was === line) return [];
      const start = { line: index, character: 0 };
      return [{ range: { start, end: { line: index, character: was.length } }, newText: line }];
    });
  }
  let head = 0;
  while (head < old.length && old[head] === next[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(old.length, next.length) - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail]
  )
    tail++;
  const last = old.length - 1 - tail;
  const kept = next.slice(head, next.length - tail);
  // a pure insertion goes before this line
  if (last < head) {
    const start = { line: head, character: 0 };
    return [{ range: { start, end: start }, newText: kept.map((line) => `${line}\n`).join('') }];
  }
  const end = { line: last, character: (old[last] ?? '').length };
  return [{ range: { start: { line: head, character: 0 }, end }, newText: kept.join('\n') }];
}
