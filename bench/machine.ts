import { readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';

/** The machine as far as it matters to speed; nothing that tells whose it is. */
export function machine(): string[] {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return [
    `CPU: ${processors[0]?.model.trim() || 'unknown'}, ${processors.length} cores`,
    `memory: ${memory} GB`,
    `system: ${system()}, ${arch()}`,
    `Node: ${process.version}`,
  ];
}

/** The distribution's name for itself where there is one. */
function system(): string {
  try {
    const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    if (name) return name;
  } catch {
    // no Linux
  }
  return `${type()} ${release()}`;
}
