/** Code units read at a time: the segmenter of Node 20 is quadratic in the length of its input. */
const WINDOW = 512;

/** The segments that a segmenter finds in a text, in order, in time that is linear in its length. */
export function* segments(segmenter: Intl.Segmenter, text: string): Generator<string> {
  let size = WINDOW;
  for (let from = 0; from < text.length; ) {
    // the last segment may continue past the window, so it is read again with the next one
    let held: string | undefined;
    let read = 0;
    const cut = from + size;
    const end = isHighSurrogate(text.charCodeAt(cut - 1)) ? cut + 1 : cut;
    for (const { segment } of segmenter.segment(text.slice(from, end))) {
      if (held !== undefined) {
        yield held;
        read += held.length;
      }
      held = segment;
    }
    if (end >= text.length && held !== undefined) {
      yield held;
      return;
    }
    from += read;
    size = read > 0 ? WINDOW : size * 2;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
