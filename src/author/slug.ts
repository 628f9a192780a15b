/**
 * A name for a file or folder made of a title: letters and digits in lower case, without accents, joined by
 * `-`. `undefined` where the title has neither.
 */
export function slugOf(title: string): string | undefined {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return slug || undefined;
}
