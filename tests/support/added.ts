import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type KeptShow, keepShow } from '../../src/app/keep-show.ts';
import { connect } from '../../src/sources/connection.ts';
import { type FetchedShow, fetchShow, searchShows } from '../../src/sources/fetch-show.ts';
import type { Candidate, SourceProgress } from '../../src/sources/source.ts';
import { SOURCES } from '../../src/sources/sources.ts';
import { Library } from '../../src/store/library/library.ts';
import type { InventedShow } from './demo-sources/invented-show.ts';
import { INVENTED_SHOWS } from './demo-sources/invented-shows.ts';
import { type DemoSources, demoSources } from './demo-sources/server.ts';

/** A folder of added shows, and services of invented shows to fill it from. */
export interface AddedLibrary {
  readonly root: string;
  readonly services: DemoSources;
  readonly progress: SourceProgress[];
  search(query: string): Promise<readonly Candidate[]>;
  fetch(id: string): Promise<FetchedShow>;
  add(id: string, today?: string, signal?: AbortSignal): Promise<KeptShow>;
  open(): Library;
}

export async function addedLibrary(
  shows: readonly InventedShow[] = INVENTED_SHOWS,
): Promise<AddedLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'recap-added-'));
  const services = await demoSources(shows);
  onTestFinished(() => {
    services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const root = join(folder, 'added');
  const progress: SourceProgress[] = [];
  const { signal } = new AbortController();
  const options = { env: services.env, version: '1.2.3', isOffline: false, signal };
  const reach = await connect({ ...options, report: (step) => progress.push(step) });
  const open = () => Library.open([{ path: root, isExpected: false, isAdded: true }]);
  const fetch = (id: string) => fetchShow(SOURCES, id, reach);
  return {
    root,
    services,
    progress,
    search: (query) => searchShows(SOURCES, query, reach),
    fetch,
    async add(id, today = '2026-11-27', stop = signal) {
      const { draft } = await fetch(id);
      const known = await open().listShows();
      return keepShow(draft, { root, known, today, signal: stop, sources: ['tvmaze'] });
    },
    open,
  };
}
