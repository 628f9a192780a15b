import { passages } from '../search/passages.ts';
import { foldName } from '../text/fold.ts';
import type { View } from '../veil/view.ts';
import type { Mention } from './person.ts';

/** The passages of one episode's recap that can be quoted. */
export interface Told {
  readonly view: View;
  readonly passages: readonly string[];
}

/** The passages of the recaps of watched episodes, in viewing order. */
export function toldIn(views: readonly View[]): Told[] {
  return views.map((view) => ({
    view,
    passages: Array.from(passages(view))
      .filter(({ kind }) => kind === 'text')
      .map(({ text }) => text),
  }));
}

/** One passage of each episode that has one of these names, in viewing order. */
export function mentionsOf(names: readonly string[], told: readonly Told[]): Mention[] {
  const wanted = names.map((name) => ` ${foldName(name)} `).filter((name) => name.trim() !== '');
  return told.flatMap(({ view: { slug, episode }, passages }) => {
    const text = passages.find((passage) => {
      const words = ` ${foldName(passage.replace(/['’]s\b/g, ''))} `;
      return wanted.some((name) => words.includes(name));
    });
    return text === undefined || episode === null ? [] : [{ recap: slug, episode, text }];
  });
}
