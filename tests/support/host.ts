import type { Host } from '../../src/app/host.ts';
import { Configuration } from '../../src/store/config/configuration.ts';

/** A machine whose user has this home folder. */
export async function hostAt(folder: string): Promise<Host> {
  const surroundings = { env: { HOME: folder }, platform: 'linux', home: () => folder } as const;
  const config = new Configuration(surroundings);
  await config.load();
  return {
    ...surroundings,
    config,
    device: () => 'test-device',
    now: () => new Date('2026-01-02T03:04:05Z'),
  };
}
