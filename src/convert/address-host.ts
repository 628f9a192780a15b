/** The host of an address, without `www.`; `undefined` where there is no address. */
export function hostOf(address: string | undefined): string | undefined {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(address ?? '')?.[1];
  return host?.toLowerCase().replace(/^www\./, '');
}
