import type { ShowContents } from '../gated/show-contents.ts';
import type { UserError } from '../model/user-error.ts';
import { type PeopleMet, peopleMet } from '../people/people-met.ts';
import type { Person } from '../people/person.ts';
import type { Reader } from '../veil/episode-title.ts';
import { storyRecaps } from '../veil/story.ts';
import type { ViewLoader } from './view-loader.ts';

/** The people a reader has met in a show. Unreadable recaps are reported to `onFault`. */
export function openPeople(
  contents: ShowContents,
  reader: Reader,
  loader: Pick<ViewLoader, 'viewsOf'>,
  onFault: (fault: UserError) => void,
): PeopleMet {
  const { show, people } = contents;
  const recaps = storyRecaps(contents, reader, { length: 'full' });
  const views = [...loader.viewsOf(show, recaps, reader, onFault)];
  const [card] = people ? loader.viewsOf(show, [people], reader, onFault) : [];
  return peopleMet(card, views, show.title);
}

/** A person in JSON (docs/json.md). */
export function personJson(show: string, { name, aka, facts, mentions }: Person) {
  const told = mentions.map(({ recap, episode, text }) => ({ recap, episode, text }));
  return {
    show,
    name,
    aka: [...aka],
    facts: facts.map(({ episode, text }) => ({ episode, text })),
    firstSeen: told[0] ?? null,
    lastSeen: told.at(-1) ?? null,
    mentions: told,
  };
}
