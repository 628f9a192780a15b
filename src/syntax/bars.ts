import { endWords, openWords } from './cutting.ts';
import type { Construct } from './frame.ts';
import type { Syntax } from './syntax.ts';

const BARS: Construct = { name: 'bars', form: 'words', isClosable: true };

/** Discord's `||words||`. */
export const bars: Syntax = {
  name: 'bars',
  markers: '\\|\\|',
  read(marker, at, cutting) {
    const end = at + marker.length;
    if (!endWords(BARS, at, end, cutting)) openWords(BARS, at, end, cutting);
  },
  escapes: [[/(?<!\\)\|\|/g, '\\|\\|']],
  lookAlikes: [],
  inPages: { pattern: '\\|\\|', read: (_, isOpen) => (isOpen ? 'stop' : 'start') },
};
