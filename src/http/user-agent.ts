/**
 * The `User-Agent` of all requests: `recap/0.1.0 (contact)`. Wikimedia asks programs to name their operator's contact,
 * which is `RECAP_CONTACT`.
 */
export function userAgent(version: string, contact: string | undefined): string {
  // a header comment: printable ASCII, without characters that would end it
  const named = (contact ?? '')
    .replace(/[^ -~]|[()\\]/g, '')
    .trim()
    .slice(0, 200);
  return `recap/${version} (${named || 'command-line reader of episode recaps'})`;
}
