/** What the layout draws with. Every glyph is one column wide. */
export interface Glyphs {
  readonly bullets: readonly [string, string, string];
  readonly quote: string;
  readonly rule: string;
  readonly heading1: string;
  readonly heading2: string;
  readonly heading3: string;
  /** Before headings of rank 4 and below. */
  readonly lowHeading: string;
  readonly column: string;
  readonly crossing: string;
  readonly shade: string;
  readonly dot: string;
  readonly ellipsis: string;
  /** Of a bar that shows progress: what is done, what is left. */
  readonly full: string;
  readonly empty: string;
}

/** For terminals with UTF-8. */
export const UNICODE: Glyphs = {
  bullets: ['•', '◦', '▪'],
  quote: '│',
  rule: '─',
  heading1: '═',
  heading2: '─',
  heading3: '╌',
  lowHeading: '»',
  column: '│',
  crossing: '┼',
  shade: '▒',
  dot: '·',
  ellipsis: '…',
  full: '█',
  empty: '░',
};

/** For all others. */
export const ASCII: Glyphs = {
  bullets: ['*', '-', '+'],
  quote: '|',
  rule: '-',
  heading1: '=',
  heading2: '-',
  heading3: '.',
  lowHeading: '>',
  column: '|',
  crossing: '+',
  shade: '%',
  dot: '-',
  ellipsis: '~',
  full: '#',
  empty: '.',
};
