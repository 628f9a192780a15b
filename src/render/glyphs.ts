/** What the layout draws with. Every glyph is one column wide. */
export interface Glyphs {
  readonly bullets: readonly [string, string, string];
  readonly quote: string;
  readonly rule: string;
  readonly heading1: string;
  readonly heading2: string;
  readonly column: string;
  readonly crossing: string;
  readonly shade: string;
  readonly dot: string;
  readonly ellipsis: string;
}

/** For terminals with UTF-8. */
export const UNICODE: Glyphs = {
  bullets: ['•', '◦', '▪'],
  quote: '│',
  rule: '─',
  heading1: '═',
  heading2: '─',
  column: '│',
  crossing: '┼',
  shade: '▒',
  dot: '·',
  ellipsis: '…',
};

/** For all others. */
export const ASCII: Glyphs = {
  bullets: ['*', '-', '+'],
  quote: '|',
  rule: '-',
  heading1: '=',
  heading2: '-',
  column: '|',
  crossing: '+',
  shade: '%',
  dot: '-',
  ellipsis: '~',
};
