/** Whether a text is an address, and not a title. Only those of web pages can be fetched. */
export function isPageAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text);
}
