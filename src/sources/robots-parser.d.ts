/** Its own types are those of a module, which it is not. */
declare module 'robots-parser' {
  /** @param address of the `robots.txt` */
  export default function robotsParser(
    address: string,
    text: string,
  ): {
    /** `undefined` for an address of another origin. */
    isAllowed(address: string, program: string): boolean | undefined;
    /** Seconds. */
    getCrawlDelay(program: string): number | undefined;
  };
}
