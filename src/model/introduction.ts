/** The slug of a show's introduction, `show.md`. */
export const INTRODUCTION = 'show';
