import * as z from 'zod';
import { show } from './fields.ts';

/** A prompt that a client offers to its user. */
interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /** The message sent in the user's name. */
  text(given: Readonly<Record<string, unknown>>): string;
}

const WITHOUT_SPOILERS =
  'Use the tools of recap only, and nothing you know of the show from elsewhere. What is hidden stays hidden: say when it opens.';

const askedOf = z.object({ show });

/** The most common questions. */
export const PROMPTS: readonly Prompt[] = [
  {
    name: 'what_happened',
    title: 'What happened so far?',
    description: 'Retell a show up to where you are',
    input: askedOf,
    text: ({ show }) =>
      `What has happened in “${show}” so far, as far as I have watched? ${WITHOUT_SPOILERS}`,
  },
  {
    name: 'before_the_next',
    title: 'What should I remember?',
    description: 'What to remember before the next episode',
    input: askedOf,
    text: ({ show }) =>
      `I am about to watch the next episode of “${show}”. What should I remember from the last ones? ${WITHOUT_SPOILERS}`,
  },
  {
    name: 'who_is',
    title: 'Who is this?',
    description: 'Who somebody is, as far as you have watched',
    input: askedOf.extend({ name: z.string().max(200).describe('The name of a person') }),
    text: ({ show, name }) =>
      `Who is ${name} in “${show}”, as far as I have watched? ${WITHOUT_SPOILERS}`,
  },
];
