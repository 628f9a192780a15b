import { shownMarkdown } from './shown-markdown.ts';
import { withoutUnreferencedFootnotes } from './unreferenced-footnotes.ts';
import type { View } from './view.ts';

/** A view's Markdown with its marks as words, for programs: a curtain becomes `[Spoiler: label, S01E10]`. */
export function markdownOf({ text, curtains }: Pick<View, 'text' | 'curtains'>): string {
  return shownMarkdown(withoutUnreferencedFootnotes(text))
    .replace(/\uFDD0(\d+)\uFDD3/g, (_, index) => {
      const curtain = curtains[Number(index)];
      return `[${curtain?.label ?? 'Spoiler'}: hidden until ${curtain?.gate ?? 'a peek'}]`;
    })
    .replace(/^[ \t>]*(?:\uFDD1\d+\uFDD3|\uFDD2)[ \t]*\n/gm, '')
    .replace(/\uFDD1\d+\uFDD3|\uFDD2/g, '');
}
