/** An article before it is a recap: what is known of it, and its text with the marks of `marks.ts`. */
export interface Article {
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** `YYYY-MM-DD` */
  readonly published: string | undefined;
  /** An address, from `https://`. */
  readonly source: string | undefined;
  readonly markdown: string;
}
