/**
 * Quotes a text as a front-matter value that every YAML parser reads as that text. JSON strings are valid double-quoted
 * YAML scalars.
 */
export function yamlText(text: string): string {
  return JSON.stringify(text);
}
