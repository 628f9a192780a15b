/** The host of a URL, without `www.`; `undefined` if it is not a URL. */
export function hostOf(address: string | undefined): string | undefined {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(address ?? '')?.[1];
  return host?.toLowerCase().replace(/^www\./, '');
}
