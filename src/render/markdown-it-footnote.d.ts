/** The package has no types of its own: https://github.com/markdown-it/markdown-it-footnote */
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  export default function footnote(md: MarkdownIt): void;
}
