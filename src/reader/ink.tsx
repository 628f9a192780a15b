import { render } from 'ink';
import type { Theme } from '../render/paint.ts';
import { keepingScrollback } from './full-screen.ts';
import { Screen, type Store } from './Screen.tsx';

/** Draws the screen with Ink, again and again, and reads the keys. Returns what stops it. */
export function drawWithInk(store: Store, look: Theme, stdout: NodeJS.WriteStream): () => void {
  const ink = render(<Screen store={store} look={look} />, {
    stdout: keepingScrollback(stdout),
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 120,
  });
  return () => ink.unmount();
}
