import { SOURCES } from './sources.ts';

/**
 * The identifier of the show that a text names: an identifier such as `tvmaze:82`, or the address of the show's page at a
 * source, with or without `https://`.
 *
 * @returns `undefined` for titles and other addresses
 */
export function showIdIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (isShowId(trimmed)) return trimmed;
  const address = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/\s/.test(trimmed) || !URL.canParse(address)) return undefined;
  const page = new URL(address);
  return SOURCES.map(({ showAt }) => showAt?.(page)).find((id) => id !== undefined);
}

/** Whether a text is an identifier of a show at a source that lists shows, such as `tvmaze:82`. */
export function isShowId(text: string): boolean {
  return /^tvmaze:[1-9]\d{0,9}$/.test(text);
}
