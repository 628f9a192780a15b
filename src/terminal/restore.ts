/**
 * Restores the terminal before the program prints its last message or exits. Code that takes over the terminal
 * registers how to restore it; code that ends the program calls `restoreTerminal` first.
 */
const pending = new Set<() => void>();

/** Registers a restoration, which runs once. Returns a function that runs it now. */
export function onRestore(restore: () => void): () => void {
  const once = () => {
    if (pending.delete(once)) restore();
  };
  pending.add(once);
  return once;
}

/** Restores the terminal. Idempotent. */
export function restoreTerminal(): void {
  for (const restore of pending) restore();
}
