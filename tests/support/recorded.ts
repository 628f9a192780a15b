import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Recorded answers of services, which are not part of the project: beside the checkout, or where the variable says. */
const FOLDER = process.env.RECAP_RECORDED_DATA ?? join('..', 'shared', 'data');

/** Whether there are recorded answers here; tests that replay them are skipped by name where there are none. */
export const hasRecorded = existsSync(join(FOLDER, 'tvmaze'));

/** A recorded answer, such as `tvmaze/shows-82-episodes.json`. */
export function recorded(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}
