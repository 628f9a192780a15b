/** What recap would take for the beginning or end of a spoiler, and its writing as text. */
const MARKERS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\\):{3,}/g, '\\$&'],
  [/(?<!\\):{1,2}(?=spoiler\b)/gi, '\\$&'],
  [/(?<!\\)\|\|/g, '\\|\\|'],
  [/(?<!\\)>!/g, '\\>!'],
  [/(?<!\\)!</g, '!\\<'],
  [/(?<!\\)\[(?=\/?spoiler\b)/gi, '\\['],
  [/(?<!\\)<(?=\/?details\b|!--)/gi, '\\<'],
  [/(?<!\\)\{/g, '\\{'],
  [/(\bafter\s*)(?==)/gi, '$1\\'],
];

/** Markdown of a page in which nothing is a marker of recap's. */
export function escapedMarkers(markdown: string): string {
  return MARKERS.reduce((text, [marker, escaped]) => text.replace(marker, escaped), markdown);
}
