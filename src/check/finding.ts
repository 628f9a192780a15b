import type { Position } from '../model/problem.ts';

/** Somewhere in a file. */
export interface Place extends Position {
  readonly path: string;
}

/** Something that its author should look at. It names places and quotes nothing of a recap. */
export interface Finding {
  readonly rule: string;
  /** What is wrong and how to mend it: one sentence. */
  readonly message: string;
  readonly at: Place;
  /** Its author says in the file why it is none; it is counted and not listed. */
  readonly isAccepted?: boolean;
  /** How often it is in the file, where that is more than once; `at` is the first. */
  readonly count?: number;
  /** Another place that explains this one: where a word is first told, where a secret is declared. */
  readonly related: { readonly at: Place; readonly message: string } | undefined;
}

/** A note is nothing wrong: it is listed, and counts for nothing. */
export type Severity = 'error' | 'warning' | 'note';

/** By file, line, column and rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compare(a.at.path, b.at.path) ||
    a.at.line - b.at.line ||
    a.at.column - b.at.column ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
