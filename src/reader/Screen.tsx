import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import { Component, type ReactNode, useSyncExternalStore } from 'react';
import type { Line } from '../render/line.ts';
import type { Theme } from '../render/paint.ts';
import { ownSequencesOnly } from '../terminal/own-sequences.ts';
import { draw, frameOf } from './draw.ts';
import type { ReaderState } from './state.ts';

/** What the screen shows. */
export interface Store {
  subscribe(listener: () => void): () => void;
  /** `null` for the moment in which nothing is drawn, so that the next frame is drawn whole. */
  get(): ReaderState | null;
  /** The drawing has failed; the error may quote gated text and is not to be shown. */
  crash(): void;
}

/** The whole screen: Ink draws the lines that are visible, and nothing else. */
export function Screen({ store, theme }: { readonly store: Store; readonly theme: Theme }) {
  return (
    <Boundary onCrash={() => store.crash()}>
      <Lines store={store} theme={theme} />
    </Boundary>
  );
}

function Lines({ store, theme }: { readonly store: Store; readonly theme: Theme }) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const isRead = useIsScreenReaderEnabled();
  if (!state) return null;
  if (isRead) return <Spoken lines={draw(state)} />;
  return <Text wrap="truncate">{frameOf(state, theme)}</Text>;
}

/** For a screen reader: the lines in order. They are drawn in words already. */
function Spoken({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <Box flexDirection="column">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is nothing but its place
        <Text key={index}>
          {ownSequencesOnly(line.spans.map(({ text }) => text).join('')).trim()}
        </Text>
      ))}
    </Box>
  );
}

interface BoundaryProps {
  readonly onCrash: () => void;
  readonly children: ReactNode;
}

/** Ink shows an exception with its message and source; this shows nothing and leaves the words to `crash`. */
class Boundary extends Component<BoundaryProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override componentDidCatch(): void {
    this.props.onCrash();
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? null : this.props.children;
  }
}
