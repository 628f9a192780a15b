import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { demoSources } from '../support/demo-sources/server.ts';
import { runHere } from '../support/in-process.ts';
import { hasRecorded, recorded } from '../support/recorded.ts';

test.skipIf(!hasRecorded)(
  'a show of 73 episodes as TVmaze recorded it has no finding',
  async () => {
    const service = await demoSources([]);
    const folder = mkdtempSync(join(tmpdir(), 'recap-check-added-'));
    onTestFinished(() => {
      service.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const episodes = recorded('tvmaze/shows-82-episodes.json');
    const show = recorded('tvmaze/composed-singlesearch-game-of-thrones-embed-episodes.json');
    service.fault = (path, response) => {
      if (!path.startsWith('/tvmaze/')) return false;
      const answer = path.includes('/episodes') ? episodes : path.includes('/akas') ? [] : show;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      return true;
    };
    await runHere(folder, ['add', '--id', 'tvmaze:82'], service.env);
    const checked = await runHere(folder, ['check', '--strict', 'game-of-thrones']);
    expect(checked.stdout).toBe('');
    expect(checked.stderr).toMatch(/: 0 errors and 0 warnings in \d{2,} files\n$/);
    expect(checked.code).toBe(0);
  },
);
