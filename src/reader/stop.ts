/** Where Tab stops: a curtain or a link. */
export interface Stop {
  readonly kind: 'curtain' | 'link';
  readonly chunk: number;
  /** Index of the curtain in the view, or of the link in its chunk. */
  readonly index: number;
}
