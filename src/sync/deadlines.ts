import type { Deadlines } from '../http/client.ts';

/** A server at home that wakes its disks takes some seconds; one that is away should not be waited for. */
export const SYNC_DEADLINES: Deadlines = {
  answer: 15_000,
  silence: 15_000,
  attempt: 60_000,
  wait: 30_000,
  backoff: 500,
};

/** Milliseconds between two looks whether a code has been entered. */
export const PAIRING_PACE = 1_000;
