/**
 * How long a test waits for what must happen, in milliseconds. Only a hang takes that long: a busy machine makes tests
 * slow, and slowness must not fail them.
 */
export const PATIENCE = 120_000;

/** How long a whole test may take: longer, so that the wait that hangs is what is reported. The soak has longer tests. */
export const TEST_LIMIT = process.env.RECAP_SOAK ? 3_600_000 : 300_000;
