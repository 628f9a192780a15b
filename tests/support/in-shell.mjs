// Runs the reader as a job of a shell, which waits for a key once the reader is suspended, and brings it back.
import { spawnSync } from 'node:child_process';

const script =
  'set -m; "$0" bin/recap.js "$@"; echo the shell is here; read -r -n 1 _; fg >/dev/null';
const { status } = spawnSync('bash', ['-c', script, process.execPath, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
