import type { ShowName } from './entry.ts';

/** A way to write a show's name. */
interface NameVariant {
  readonly title: string;
  /** The country that followed it and is left out here. */
  readonly country?: string;
}

/** Articles that catalogs put at the end: `Unit, The`. */
const ARTICLE_LAST =
  /^(.+), (the|an?|der|die|das|les?|la|el|los|las|il|lo|gli|os?|as?|de|het|een|den|det)$/i;

/** What distinguishes shows of the same name, as TheTVDB writes it: `House of Cards (US)`. */
const COUNTRY =
  /^(.*\S)\s*\((US|USA|UK|GB|AU|CA|NZ|IE|IN|JP|KR|CN|DE|AT|CH|FR|ES|IT|PT|BE|NL|SE|NO|DK|FI|IS|PL|CZ|RU|TR|IL|BR|MX|AR|CO|CL|ZA)\)$/;

/** The ways to write a show's name, the most exact first. */
export function nameVariants({ title, aka = [] }: ShowName): NameVariant[] {
  const titles = [title, ...aka].map((name) => name.trim());
  const reordered = titles.flatMap((name) => {
    const [, rest, article] = ARTICLE_LAST.exec(name) ?? [];
    return rest && article ? [`${article} ${rest}`] : [];
  });
  const shortened = titles.flatMap((name) => {
    const [, rest, country] = COUNTRY.exec(name) ?? [];
    return rest && country ? [{ title: rest, country }] : [];
  });
  return [
    ...titles.map((name) => ({ title: name })),
    ...reordered.map((name) => ({ title: name })),
    ...shortened,
  ];
}
