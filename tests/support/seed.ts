import fc from 'fast-check';

/** What random cases begin with: fresh in the soak, and always the same in `npm test`, which must not fail by bad luck. */
export const SEED = process.env.RECAP_SOAK ? Math.floor(Math.random() * 2 ** 31) : 1;

fc.configureGlobal({ seed: SEED });
