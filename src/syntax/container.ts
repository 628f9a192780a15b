/** What may stand before a block's marker on its line: the marks of quotes and list items. */
export const CONTAINER = '(?:[ \\t>]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*';

/** A line's beginning that holds nothing but the marks of quotes and list items. */
export const ONLY_CONTAINER = new RegExp(`^${CONTAINER}$`);
