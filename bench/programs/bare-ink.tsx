// What Ink itself takes for the reader's work: a screen of plain text, and one line further with each key.
import { render, Text, useInput } from 'ink';
import { useState } from 'react';
import { FIRST_WORD } from '../first-word.ts';

const { rows, columns } = process.stdout;

function Page() {
  const [top, setTop] = useState(0);
  useInput((key) => setTop((now) => now + (key === 'k' ? -1 : 1)));
  const lines = Array.from({ length: rows - 1 }, (_, index) => lineAt(top + index));
  return <Text wrap="truncate">{lines.join('\n')}</Text>;
}

function lineAt(index: number): string {
  return `${FIRST_WORD} ${index} ${'a line of a recap '.repeat(10)}`.slice(0, columns - 20);
}

// as often as the reader lets Ink draw
render(<Page />, { maxFps: 120 });
