import type { Construct } from './cutting.ts';

/** The whole text. */
export const BODY: Construct = { name: 'body', form: 'body', isClosable: true };

/** The text after something invalid, as far as that may have been meant to extend. */
export const REST: Construct = {
  name: 'rest',
  form: 'words',
  isClosable: false,
  deadline: (from, frames) => frames.blockEnd(from),
};
