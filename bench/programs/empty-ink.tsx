// The least that a program with Ink can be: a word, until `q`.
import { render, Text, useApp, useInput } from 'ink';
import { FIRST_WORD } from '../first-word.ts';

function Word() {
  const { exit } = useApp();
  useInput((key) => {
    if (key === 'q') exit();
  });
  return <Text>{FIRST_WORD}</Text>;
}

render(<Word />);
