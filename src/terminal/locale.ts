/**
 * Whether the terminal's locale has Unicode. POSIX: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set
 * decides; where none is, UTF-8 is taken, as recaps are written in it.
 */
export function hasUnicode(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return !locale || /utf-?8/i.test(locale);
}
