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
  if (isRead) return <Spoken lines={draw(state)} state={state} />;
  return <Text wrap="truncate">{frameOf(state, theme)}</Text>;
}

/** For a screen reader: the lines in order, without decoration, a curtain as a sentence. */
function Spoken({
  lines,
  state,
}: {
  readonly lines: readonly Line[];
  readonly state: ReaderState;
}) {
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
function spoken({ spans }: Line, { screen }: ReaderState): string {
  const curtains = screen.kind === 'document' ? screen.document.view.curtains : [];
  let last = -1;
  return spans
    .map(({ text, role, decoration, curtain }, index) => {
      if (curtain !== undefined) {
        if (last === curtain) return '';
        last = curtain;
        const { label = 'Spoiler', gate = null } = curtains[curtain] ?? {};
        const until = gate === null ? '' : ` until you have watched ${gate}`;
        return `${label === 'Spoiler' ? label : `Spoiler: ${label}`}. Hidden${until}.`;
      }
      return decoration && role !== 'bar' ? spokenDecoration(text, index) : text;
    })
    .join('')
    .trim()
    .replace(/^(?:; )+/, '');
}

/** What decoration tells: numbers and bullets of a list, a colon, and where a cell of a table ends. */
function spokenDecoration(text: string, index: number): string {
  if (/[\p{L}\p{N}:]/u.test(text) || /^[•◦▪*-]$/.test(text.trim())) return text;
  return index > 0 && /[│|]/.test(text) ? '; ' : '';
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
