import fc from 'fast-check';

const { RECAP_SOAK, RECAP_SEED } = process.env;

/**
 * What random cases begin with: always the same in `npm test`, which must not fail by bad luck; fresh in the soak; and
 * `RECAP_SEED`, which CI sets for the tests that look for leaks, and which repeats a run that failed.
 */
export const SEED = RECAP_SEED
  ? Number.parseInt(RECAP_SEED, 10)
  : RECAP_SOAK
    ? Math.floor(Math.random() * 2 ** 31)
    : 1;

fc.configureGlobal({ seed: SEED });
