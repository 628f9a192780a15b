/** Nobody documents how often a site may be asked for its pages; this is as slow as a reader. */
export const PAGE_LIMITS = { requests: 1, interval: 1_000, concurrency: 1 };
