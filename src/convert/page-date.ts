const MONTHS =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|févr(?:ier)?|mar(?:ch|s|zo)?|märz|apr(?:il)?|avril|abril|may|mai|mayo|june?|juin|junio|july?|juillet|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember|embre)?|déc(?:embre)?|diciembre|enero|ene|febrero';

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})(${MONTHS})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
  'iu',
);
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|er)?\\s+(?:de\\s+)?(${MONTHS})\\.?,?\\s+(?:de\\s+)?(\\d{4})(?!\\d)`,
  'iu',
);
const ORIENTAL = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
const DOTTED = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;

const MONTH_NUMBERS: readonly RegExp[] = [
  /^(?:jan|ene)/i,
  /^(?:feb|fév)/i,
  /^(?:mar|mär)/i,
  /^(?:apr|avr|abr)/i,
  /^(?:may|mai)/i,
  /^(?:jun|juin)/i,
  /^(?:jul|juil)/i,
  /^(?:aug|aoû|ago)/i,
  /^sep/i,
  /^o[ck]t/i,
  /^nov/i,
  /^(?:dec|dez|déc|dic)/i,
];

/** The first date in a text as `YYYY-MM-DD`, as written, unaffected by time zones. `undefined` if there is none. */
export function dateIn(text: string): string | undefined {
  const iso = ISO.exec(text) ?? ORIENTAL.exec(text);
  if (iso) return written(iso[1], Number(iso[2]), iso[3]);
  const first = MONTH_FIRST.exec(text);
  if (first) return written(first[3], monthOf(first[1]), first[2]);
  const second = DAY_FIRST.exec(text);
  if (second) return written(second[3], monthOf(second[2]), second[1]);
  const dotted = DOTTED.exec(text);
  return dotted ? written(dotted[3], Number(dotted[2]), dotted[1]) : undefined;
}

/** Whether a line is a date and little else: "December 14, 2020", "Published on 3 March 2023 at 9:00". */
export function isDateLine(text: string): boolean {
  if (text.length > 60 || dateIn(text) === undefined) return false;
  const rest = [ISO, ORIENTAL, MONTH_FIRST, DAY_FIRST, DOTTED].reduce(
    (left, pattern) => left.replace(pattern, ''),
    text,
  );
  return /^[\s,.:|•·–—()-]*(?:(?:published|posted|updated|last updated|date|on|at|am|pm|utc|gmt|est|et|pst|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|\d{1,2}:\d{2}(?::\d{2})?|\d)[\s,.:|•·–—()-]*)*$/i.test(
    rest,
  );
}

function monthOf(name: string | undefined): number {
  return MONTH_NUMBERS.findIndex((pattern) => pattern.test(name ?? '')) + 1;
}

function written(
  year: string | undefined,
  month: number,
  day: string | undefined,
): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
