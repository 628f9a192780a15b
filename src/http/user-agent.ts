/**
 * The `User-Agent` of all requests: `recap/0.1.0 (contact)`. Wikimedia asks programs to name a contact of whoever
 * runs them, which `RECAP_CONTACT` gives.
 */
export function userAgent(version: string, contact: string | undefined): string {
  // a header's comment: printable ASCII, without what would end the comment
  const named = (contact ?? '')
    .replace(/[^ -~]|[()\\]/g, '')
    .trim()
    .slice(0, 200);
  return `recap/${version} (${named || 'command-line reader of episode recaps'})`;
}
