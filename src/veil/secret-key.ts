/**
 * The key of all sentences of a stretch that are hidden by secrets of one gate. It names no place in the text, and nothing has
 * it once the secrets are open.
 *
 * @param stretch the key of the open spoiler that they are in; none outside of all
 */
export function secretKey(stretch: string | undefined, gate: string | null): string {
  return `${stretch ?? ''}${SIGN}${gate}`;
}

/** Whether a curtain's key is that of sentences hidden by secrets. */
export function isSecretKey(key: string): boolean {
  return key.includes(SIGN);
}

const SIGN = '~';
