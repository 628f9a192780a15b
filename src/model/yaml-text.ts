/**
 * A text as a value of front matter that every reader of YAML takes for that text: in double quotes, which
 * JSON's strings are too.
 */
export function yamlText(text: string): string {
  return JSON.stringify(text);
}
