import { type Input, InputParser } from './input-parser.ts';

/** How long an ESC may be the start of a sequence before it counts as the key, in milliseconds. */
const ESCAPE_TIME = 60;

/** A key or paste with what tells whether a person pressed it. */
export interface TimedInput {
  readonly input: Input;
  readonly at: number;
  /** Nothing else came in the same read, or shortly before. */
  readonly isAlone: boolean;
}

/** The part of a terminal that keys come from. */
export interface InputStream {
  on(event: 'data', listener: (bytes: Buffer) => void): unknown;
  off(event: 'data', listener: (bytes: Buffer) => void): unknown;
}

/**
 * Reads keys and pastes from a terminal. Returns what stops it.
 *
 * @param quietTime milliseconds without input before a key that counts as alone
 * @param onInput is called for each read, even if nothing in it has a meaning
 */
export function readInput(
  stream: InputStream,
  quietTime: number,
  onInput: (inputs: readonly TimedInput[]) => void,
): () => void {
  const parser = new InputParser();
  let lastAt = Number.NEGATIVE_INFINITY;
  let escapeTimer: NodeJS.Timeout | undefined;
  const emit = (inputs: readonly Input[], at: number, isQuiet: boolean) => {
    const isAlone = isQuiet && inputs.length === 1;
    onInput(inputs.map((input) => ({ input, at, isAlone })));
  };
  const onData = (bytes: Buffer): void => {
    clearTimeout(escapeTimer);
    const at = performance.now();
    const isQuiet = at - lastAt >= quietTime;
    lastAt = at;
    emit(parser.push(bytes), at, isQuiet);
    if (parser.endsInEscape) {
      escapeTimer = setTimeout(
        () => emit(parser.endEscape(), performance.now(), true),
        ESCAPE_TIME,
      );
    }
  };
  stream.on('data', onData);
  return () => {
    clearTimeout(escapeTimer);
    stream.off('data', onData);
  };
}
