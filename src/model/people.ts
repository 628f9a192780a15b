/** The name of a show's `people.md` without its extension: the people of the show, a section for each. */
export const PEOPLE = 'people';
