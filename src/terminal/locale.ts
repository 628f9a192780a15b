/**
 * Whether the terminal's locale uses Unicode. As in POSIX, the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set
 * decides. If none is set, UTF-8 is assumed.
 */
export function hasUnicode(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return !locale || /utf-?8/i.test(locale);
}
