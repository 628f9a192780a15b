import { Box, Text, useInput, useIsScreenReaderEnabled } from 'ink';
import { Component, type ReactNode, useSyncExternalStore } from 'react';
import type { Line } from '../render/line.ts';
import type { Theme } from '../render/paint.ts';
import { ownSequencesOnly } from '../terminal/own-sequences.ts';
import { draw, frameOf } from './draw.ts';
import { type InkKey, keyNames } from './keys.ts';
import type { State } from './state.ts';

/** What the screen shows and what it hands keys to. */
export interface Store {
  subscribe(listener: () => void): () => void;
  /** `null` for the moment in which nothing is drawn, so that the next frame is drawn whole. */
  get(): State | null;
  press(keys: readonly string[]): void;
  /** The drawing has failed; the error may quote gated text and is not to be shown. */
  crash(): void;
}

/** The whole screen: Ink draws the lines that are visible, and nothing else. */
export function Screen({ store, look }: { readonly store: Store; readonly look: Theme }) {
  return (
    <Boundary onCrash={() => store.crash()}>
      <Lines store={store} look={look} />
    </Boundary>
  );
}

function Lines({ store, look }: { readonly store: Store; readonly look: Theme }) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const isRead = useIsScreenReaderEnabled();
  useInput((input: string, key: InkKey) => store.press(keyNames(input, key)));
  if (!state) return null;
  if (isRead) return <Spoken lines={draw(state)} state={state} />;
  return <Text wrap="truncate">{frameOf(state, look)}</Text>;
}

/** For a screen reader: the lines in order, without decoration, a curtain as a sentence. */
function Spoken({ lines, state }: { readonly lines: readonly Line[]; readonly state: State }) {
  return (
    <Box flexDirection="column">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is nothing but its place
        <Text key={index}>{ownSequencesOnly(spoken(line, state))}</Text>
      ))}
    </Box>
  );
}

/** A line as it is read out. */
function spoken({ spans }: Line, { screen }: State): string {
  const curtains = screen.kind === 'document' ? screen.document.view.curtains : [];
  let said = -1;
  return spans
    .map(({ text, role, decoration, curtain }) => {
      if (curtain !== undefined) {
        if (said === curtain) return '';
        said = curtain;
        const { label = 'Spoiler', gate = null } = curtains[curtain] ?? {};
        const until = gate === null ? '' : ` until you have watched ${gate}`;
        return `Spoiler: ${label}. Hidden${until}.`;
      }
      return decoration && role !== 'bar' ? '' : text;
    })
    .join('')
    .trim();
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
