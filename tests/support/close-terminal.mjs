// Runs the reader in a terminal of its own, presses keys, and closes the terminal. The exit code is written to a file, as
// nobody is left to be told.
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from 'node-pty';

const [status = '', keys = '', ...args] = process.argv.slice(2);
const script = 'trap : HUP; "$0" bin/recap.js "$@"; echo $? >"$STATUS"';
const terminal = spawn('sh', ['-c', script, process.execPath, ...args], {
  cols: 80,
  rows: 24,
  env: { ...process.env, STATUS: status },
});
let screen = '';
terminal.onData((chunk) => {
  screen += chunk;
});
while (!screen.includes('Line 1.')) await sleep(20);
for (const key of keys) {
  const before = screen.length;
  terminal.write(key);
  while (screen.length === before) await sleep(20);
  await sleep(200);
}
// the terminal goes with this process
process.exit(0);
