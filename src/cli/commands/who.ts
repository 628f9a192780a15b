import { Argument, Option } from 'commander';
import { openAudience } from '../../app/audience.ts';
import { findReadableShow } from '../../app/find-show.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import { openPeople, personJson } from '../../app/people.ts';
import { ViewLoader } from '../../app/view-loader.ts';
import type { Show } from '../../gated/show.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { askFor } from '../../people/ask-for.ts';
import { NOBODY_MET, noCapitals } from '../../people/notices.ts';
import type { Person } from '../../people/person.ts';
import { stack } from '../../render/lines.ts';
import type { CommandDefinition } from '../command.ts';
import { READING_OPTIONS, type ReadingOptions } from '../options.ts';
import { peopleLines, personLines } from '../print-people.ts';
import { layoutOptions, printLines } from '../print-view.ts';

interface Given extends ReadingOptions {
  readonly name?: string;
  readonly show?: string;
  readonly json?: boolean;
}

/** The people of a show that are asked for. */
interface Found {
  readonly show: Show;
  readonly people: readonly Person[];
  readonly isUnreadable: boolean;
}

const who: CommandDefinition<Given> = {
  arguments: [new Argument('[name]', 'a name, or part of one')],
  options: [
    new Option('--show <show>', 'only in this show; else in all that you have started'),
    ...READING_OPTIONS,
  ],
  json: {
    version: '1',
    people: 'the people, with what is known of them at your place and where recaps mention them',
  },
  examples: [
    { does: 'Show who someone is, as far as you have watched', command: 'recap who june' },
    { does: 'List everybody you have met in a show', command: 'recap who --show severance' },
  ],
  async run(context, given) {
    const { host, output } = context;
    const audience = openAudience(host, given);
    for (const notice of audience.notices) output.say(notice);
    if (given.watched !== undefined && given.show === undefined) {
      throw new UserError('`--watched` needs a show; add `--show SHOW`', EXIT.usage);
    }
    const library = openLibrary(given.library, host);
    const shows =
      given.show === undefined
        ? (await library.listShows()).filter((show) => audience.reader(show).place !== null)
        : [await findReadableShow(library, given.show)];
    const faults: string[] = [];
    const loader = new ViewLoader();
    const all: Found[] = [];
    // only one show at a time is in memory
    for (const summary of shows) {
      const contents = await library.readToOpen(summary);
      const { show } = contents;
      const met = openPeople(contents, audience.reader(show), loader, ({ message }) => {
        faults.push(message);
      });
      const people = given.name === undefined ? met.people : askFor(met, given.name);
      all.push({ show, people, isUnreadable: met.isUnreadable });
    }
    const found = all.filter(({ people }) => people.length > 0);
    if (given.json) {
      const people = found.flatMap(({ show, people }) =>
        people.map((person) => personJson(show.slug, person)),
      );
      output.printJson({ version: 1, people });
    } else {
      const options = layoutOptions(context, given);
      const lines = found.flatMap(({ show, people }) =>
        given.name === undefined
          ? [peopleLines(show.title, people, options)]
          : people.map((person) => personLines(person, show, options)),
      );
      await printLines(context, stack(lines, true), given);
      if (found.length === 0) output.say(nobody(given.name));
    }
    for (const { show, isUnreadable } of all) {
      if (!isUnreadable) continue;
      output.say(noCapitals(show.title));
    }
    for (const problem of [...faults, ...libraryProblems(library)]) output.say(problem);
  },
};

export default who;

/** The same whether the person appears later or does not exist. */
function nobody(name: string | undefined): string {
  if (name === undefined) return NOBODY_MET;
  return `nobody named \`${name}\` in what you've unlocked`;
}
