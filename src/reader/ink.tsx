import { render } from 'ink';
import type { Theme } from '../render/paint.ts';
import { keepingScrollback } from './full-screen.ts';
import { Screen, type Store } from './Screen.tsx';

/** Draws the screen with Ink whenever it changes. Returns what stops it. */
export function drawWithInk(store: Store, theme: Theme, stdout: NodeJS.WriteStream): () => void {
  const ink = render(<Screen store={store} theme={theme} />, {
    stdout: keepingScrollback(stdout),
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 120,
  });
  return () => ink.unmount();
}
