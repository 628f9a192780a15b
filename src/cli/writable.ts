import { Writable } from 'node:stream';
import type { Sink } from '../terminal/sink.ts';

/** A stream that writes to where results go: for a protocol that needs one. */
export function writableTo(sink: Sink): Writable {
  return new Writable({
    decodeStrings: false,
    write(text, _, done) {
      sink.write(String(text));
      done();
    },
  });
}
