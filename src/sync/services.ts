import { jellyfin } from './jellyfin.ts';
import { kodi } from './kodi.ts';
import type { SyncService } from './service.ts';

/** Every service that progress can be read from. */
export const SYNC_SERVICES: readonly SyncService[] = [jellyfin, kodi];
