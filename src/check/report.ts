import type { Checked } from './check.ts';
import { compareFindings, type Finding, type Place, type Severity } from './finding.ts';
import { severityOf } from './rules.ts';

/** Names a file as the reader of a report would. */
export type Naming = (path: string) => string;

/** A finding a line: `file:line:column: severity rule: message (what explains it: file:line:column)`. */
export function asText(checked: Checked, name: Naming): string {
  return listed(checked)
    .map(({ rule, message, at, related }) => {
      const more = related ? ` (${related.message}: ${placeText(related.at, name)})` : '';
      return `${placeText(at, name)}: ${severityOf(rule)} ${rule}: ${message}${more}\n`;
    })
    .join('');
}

/** The same as commands of GitHub's workflows, which show them beside the lines of a change. */
export function asGitHub(checked: Checked, name: Naming): string {
  return listed(checked)
    .map(({ rule, message, at, related }) => {
      const more = related ? ` (${related.message}: ${placeText(related.at, name)})` : '';
      const properties = `file=${property(name(at.path))},line=${at.line},col=${at.column},title=${property(rule)}`;
      return `::${commandOf(severityOf(rule))} ${properties}::${data(message + more)}\n`;
    })
    .join('');
}

/** The same for programs (docs/json.md). */
export function asJson(checked: Checked, name: Naming) {
  const place = ({ path, line, column }: Place) => ({ path: name(path), line, column });
  const findingJson = ({ rule, message, at, count = 1, related }: Finding) => ({
    ...place(at),
    severity: severityOf(rule),
    rule,
    message,
    count,
    related: related ? { ...place(related.at), message: related.message } : null,
  });
  return {
    version: 1,
    files: checked.files,
    errors: countOf(checked, 'error'),
    warnings: countOf(checked, 'warning'),
    accepted: checked.accepted.length,
    findings: checked.findings.map(findingJson),
    notes: checked.notes.map(findingJson),
  };
}

/** Findings and notes, sorted by place. */
function listed({ findings, notes }: Checked): Finding[] {
  return [...findings, ...notes].sort(compareFindings);
}

function commandOf(severity: Severity): string {
  return severity === 'note' ? 'notice' : severity;
}

/** "2 errors and 1 warning in 13 files, 1 accepted" */
export function summary(checked: Checked): string {
  const errors = counted(countOf(checked, 'error'), 'error');
  const warnings = counted(countOf(checked, 'warning'), 'warning');
  const accepted = checked.accepted.length > 0 ? `, ${checked.accepted.length} accepted` : '';
  return `${errors} and ${warnings} in ${counted(checked.files, 'file')}${accepted}`;
}

/** Fewer findings need no hint at what causes them. */
const MANY = 5;
/** And more words than these are no few. */
const FEW = 3;

/**
 * Where the few words are first revealed that cause most leaks, if some do: "most warnings come from 2 words". It gives
 * places and quotes nothing.
 */
export function causes({ findings }: Checked, name: Naming): string | undefined {
  const leaks = findings.filter(({ rule }) => rule.startsWith('leak/') && rule !== 'leak/secret');
  const byPlace = new Map<string, number>();
  for (const { related } of leaks) {
    if (!related) continue;
    const place = placeText(related.at, name);
    byPlace.set(place, (byPlace.get(place) ?? 0) + 1);
  }
  if (leaks.length < MANY) return undefined;
  const most = [...byPlace].sort(([, a], [, b]) => b - a).slice(0, FEW);
  for (let few = 1; few <= most.length; few++) {
    const places = most.slice(0, few);
    const covered = places.reduce((sum, [, count]) => sum + count, 0);
    if (covered <= leaks.length / 2 || covered < 2 * few) continue;
    const where = places.map(([place]) => place).join(', ');
    return `${covered} of ${leaks.length} possible leaks come from ${counted(few, 'word')}, first revealed at ${where}; if everybody may know ${few === 1 ? 'it' : 'them'}, use \`known\` in \`show.md\``;
  }
  return undefined;
}

export function countOf(
  { findings }: { findings: readonly Finding[] },
  severity: Severity,
): number {
  return findings.filter(({ rule }) => severityOf(rule) === severity).length;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function placeText({ path, line, column }: Place, name: Naming): string {
  return `${name(path)}:${line}:${column}`;
}

/** As workflow commands escape what follows `::`. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** As they escape the value of a property. */
function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
