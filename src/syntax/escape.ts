import { SYNTAXES } from './syntaxes.ts';

/** Escapes Markdown so that it contains no spoiler markers, only the same characters as text. */
export function escapedMarkers(markdown: string): string {
  return SYNTAXES.flatMap(({ escapes }) => escapes).reduce(
    (text, [marker, asText]) => text.replace(marker, asText),
    markdown,
  );
}
