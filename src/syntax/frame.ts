import type { Construct } from './cutting.ts';

/** The whole text. */
export const BODY: Construct = { name: 'body', form: 'body', isClosable: true };

/** What follows something that cannot be understood, as far as that may have been meant to reach. */
export const REST: Construct = {
  name: 'rest',
  form: 'words',
  isClosable: false,
  deadline: (from, frames) => frames.blockEnd(from),
};
