import { CONTAINER } from './container.ts';
import type { Construct } from './cutting.ts';
import { fenceEnd } from './fence-end.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd } from './text-scan.ts';

const FENCE: Construct = { name: 'fence', form: undefined, isClosable: true, isRange: true };

/** Fenced code within a spoiler: nothing in it ends the spoiler. */
export const fence: Syntax = {
  name: 'fence',
  innerMarkers: `^${CONTAINER}(?:\`{3,}|~{3,})`,
  read(marker, line, { text, frames }) {
    if (!frames.isInside || frames.isOpaque) return;
    const at = line + marker.search(/[`~]+$/);
    const end = fenceEnd(text, at);
    if (end === undefined) return;
    if (end === Number.POSITIVE_INFINITY) {
      frames.report(
        'spoiler/unclosed-fence',
        'a code fence in a spoiler is not closed, so everything after it is hidden with it',
        at,
      );
    }
    frames.push({ construct: FENCE, start: at, end: Math.min(end, text.length) });
    frames.position = lineEnd(text, at);
  },
  escapes: [],
  lookAlikes: [],
};
