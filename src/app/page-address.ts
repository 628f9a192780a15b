/** Whether a text is the address of a web page, and not a title. */
export function isPageAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Whether a text is an address of any kind, which no show has as its title. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text);
}
