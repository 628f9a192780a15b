import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Place } from '../check/finding.ts';
import { severityOf } from '../check/rules.ts';
import type { OpenShow } from './open-show.ts';
import { pathOf } from './workspace.ts';

/** What a finding is about, from its place on: attributes, a marker, a quoted text, a word. */
const TOKEN = /^(?:\{[^}\n]*\}?|:{3,}[^\n]*|\|\||>!|"[^"\n]*"|[\p{L}\p{N}][\p{L}\p{N}'’_-]*|\S+)/u;

interface Documents {
  all(): TextDocument[];
}

/** For each open file of a show what is wrong in it; nothing is quoted. */
export function diagnosticsByFile(
  show: OpenShow,
  documents: Documents,
): { readonly uri: string; readonly diagnostics: Diagnostic[] }[] {
  const findings = show.check();
  return documents.all().flatMap((document) => {
    const path = pathOf(document.uri);
    if (path === undefined || dirname(path) !== show.folder) return [];
    const own = findings.filter(({ at }) => at.path === path);
    return [
      { uri: document.uri, diagnostics: own.map((finding) => toDiagnostic(finding, document)) },
    ];
  });
}

function toDiagnostic({ rule, message, at, related }: Finding, document: TextDocument): Diagnostic {
  return {
    range: rangeAt(at, document),
    severity: severityOf(rule) === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    source: 'recap',
    message,
    ...(related && {
      relatedInformation: [
        {
          location: { uri: pathToFileURL(related.at.path).href, range: pointAt(related.at) },
          message: related.message,
        },
      ],
    }),
  };
}

function rangeAt(at: Place, document: TextDocument): Range {
  const start = pointAt(at).start;
  const line = document.getText({ start, end: { line: start.line + 1, character: 0 } });
  const length = TOKEN.exec(line.replace(/[\r\n]+$/, ''))?.[0].length ?? 0;
  return { start, end: { line: start.line, character: start.character + length } };
}

/** Findings count lines and columns from 1, in UTF-16 code units, as editors do from 0. */
function pointAt({ line, column }: Place): Range {
  const point = { line: Math.max(0, line - 1), character: Math.max(0, column - 1) };
  return { start: point, end: point };
}
