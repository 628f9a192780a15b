/** The first word of everything that is read here. It stands nowhere else, so that it tells when a text is seen. */
export const FIRST_WORD = 'Quillhaven';
