/**
 * What must be given back before the program says its last words or ends: whoever takes the terminal over
 * registers how to give it back, and whoever ends the program calls `restoreTerminal` first.
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

/** Gives the terminal back. May be called again and again. */
export function restoreTerminal(): void {
  for (const restore of pending) restore();
}
