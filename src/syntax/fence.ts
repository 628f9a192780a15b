import { CONTAINER } from './container.ts';
import type { Construct } from './frame.ts';
import type { Syntax } from './syntax.ts';
import { fenceEnd, lineEnd } from './text-scan.ts';

const FENCE: Construct = { name: 'fence', form: undefined, isClosable: true };

/** Code in fences within a spoiler: nothing in it ends one. */
export const fence: Syntax = {
  name: 'fence',
  innerMarkers: `^${CONTAINER}(?:\`{3,}|~{3,})`,
  read(marker, line, { text, frames }) {
    if (frames.isIn(FENCE)) return;
    const at = line + marker.search(/[`~]+$/);
    const end = fenceEnd(text, at);
    if (end === undefined) return;
    if (end === Infinity) {
      frames.report(
        'spoiler/unclosed-fence',
        'a code fence in a spoiler is not closed, so all that follows is hidden with it',
        at,
      );
    }
    frames.push({ construct: FENCE, start: at, end });
    frames.position = lineEnd(text, at);
  },
  escapes: [],
  lookAlikes: [
    /^[ \t]*(?:`{3,}|~{3,})\s*spoiler/gim, // a fence that is called a spoiler
  ],
};
