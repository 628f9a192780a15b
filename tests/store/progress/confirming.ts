// A program of one process, for together.test.ts: it confirms one episode after the other of a show, and prints
// how many were recorded.

import { episodeCode } from '../../../src/model/episode.ts';
import { ViewingOrder } from '../../../src/model/order.ts';
import { openProgress } from '../../../src/store/progress/log.ts';

const [folder = '', show = '', confirms = ''] = process.argv.slice(2);
const progress = openProgress({ folder, device: 'laptop', now: () => new Date() });
const tracked = { slug: show, id: null, order: new ViewingOrder([]) };
let recorded = 0;
for (let number = 1; number <= Number(confirms); number++) {
  const outcome = progress.confirm(tracked, episodeCode(1, number));
  if (outcome.kind === 'recorded') recorded++;
}
process.stdout.write(String(recorded));
