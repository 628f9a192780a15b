import { SYNTAXES } from './syntaxes.ts';

/** Markdown in which nothing is a marker of recap's: every marker is written as text. */
export function escapedMarkers(markdown: string): string {
  return SYNTAXES.flatMap(({ escapes }) => escapes).reduce(
    (text, [marker, asText]) => text.replace(marker, asText),
    markdown,
  );
}
