/**
 * The themes: for a background that is not known, for a dark or a light one, and one without colors, which keeps bold,
 * underline and reverse.
 */
export const THEMES = ['auto', 'dark', 'light', 'plain'] as const;

export type ThemeName = (typeof THEMES)[number];
