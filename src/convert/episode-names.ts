/** An episode or a season named in a text. */
export interface EpisodeName {
  readonly season: number | undefined;
  /** `undefined`: the season as a whole. `'last'`: a finale. `'first'`: a premiere. */
  readonly number: number | 'last' | 'first' | undefined;
  /** The first of several, as in "Episodes 1–4". `number` is the last one. */
  readonly from: number | undefined;
  /** It may be an episode, or half of a season or an episode: "Part Two". */
  readonly isVague: boolean;
  /** Its offset in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORDS = new Map(
  [
    [
      'one',
      'first',
      'erste',
      'ersten',
      'uno',
      'un',
      'une',
      'primera',
      'primer',
      'première',
      'prima',
      'primo',
      'primeira',
      'i',
    ],
    [
      'two',
      'second',
      'zweite',
      'zweiten',
      'dos',
      'deux',
      'segunda',
      'deuxième',
      'seconda',
      'due',
      'ii',
    ],
    [
      'three',
      'third',
      'dritte',
      'dritten',
      'tres',
      'trois',
      'tercera',
      'troisième',
      'terza',
      'tre',
      'iii',
    ],
    [
      'four',
      'fourth',
      'vierte',
      'vierten',
      'cuatro',
      'quatre',
      'cuarta',
      'quatrième',
      'quarta',
      'iv',
    ],
    ['five', 'fifth', 'fünfte', 'cinco', 'cinq', 'quinta', 'cinquième', 'v'],
    ['six', 'sixth', 'sechste', 'seis', 'sexta', 'sixième', 'sesta', 'vi'],
    ['seven', 'seventh', 'siebte', 'siete', 'sept', 'septième', 'vii'],
    ['eight', 'eighth', 'achte', 'ocho', 'huit', 'huitième', 'viii'],
    ['nine', 'ninth', 'neunte', 'nueve', 'neuf', 'neuvième', 'ix'],
    ['ten', 'tenth', 'zehnte', 'diez', 'dix', 'dixième', 'x'],
    ['eleven', 'eleventh', 'elfte', 'onze', 'xi'],
    ['twelve', 'twelfth', 'zwölfte', 'doce', 'douze', 'xii'],
    ['thirteen', 'thirteenth', 'xiii'],
    ['fourteen', 'fourteenth', 'xiv'],
    ['fifteen', 'fifteenth', 'xv'],
    ['sixteen', 'sixteenth', 'xvi'],
    ['seventeen', 'seventeenth', 'xvii'],
    ['eighteen', 'eighteenth', 'xviii'],
    ['nineteen', 'nineteenth', 'xix'],
    ['twenty', 'twentieth', 'xx'],
  ].flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
);

const SEASON =
  'season|seasons|series|staffel|saison|temporada|temp|stagione|seizoen|säsong|sæson|sesong|kausi|sezon|évad|сезон|book|volume|vol|intégrale|jahr|year';
const EPISODE =
  'episodes?|eps?|folgen?|épisodes?|episodios?|episódios?|capítulos?|capitulos?|capitolo|puntat[ae]|afleveringe?n?|aflevering|afl|avsnitt|afsnit|odcin(?:ek|ki|ka)|bölüm|epizoda|epizod|díl|rész|серия|серии|эпизод|chapters?|chapitres?|kapitel|episodi|episod|jakso|tập';
const PART = 'part|parts|teil|partie|parte|deel|del|pt';

const DIGITS = '0*(\\d{1,4})';
const WORDS = [...NUMBER_WORDS.keys()].filter((word) => word.length > 1).join('|');
const NUMBER = `(?:#|no\\.?|nr\\.?|n°)?\\s*(?:${DIGITS}(?![\\d])|(${WORDS})\\b)`;
const RANGE =
  '(?:\\s*(?:-|–|—|−|/|,|&|\\+|to|and|through|thru|bis|und|et|à|y|a|e)\\s*(?:(?:and|&)\\s*)?(?:e|ep|eps?\\.?|episodes?)?\\s*0*(\\d{1,4})(?![\\d]))?';
const LETTER_BEFORE = '(?<![\\p{L}\\p{N}])';

/** `S01E04`, `S1.E4`, `S1 Ep1`, `s1-e4`, with a range. */
const CODE = new RegExp(
  `${LETTER_BEFORE}[st]\\s?0*(\\d{1,3})[\\s.,:;·∙•|/_–—-]{0,3}(?:e|ep|eps|episode|folge)[\\s.:_-]{0,2}0*(\\d{1,4})(?!\\d)${RANGE}`,
  'giu',
);
/** `1x04`, `1×04`. */
const CROSS =
  /(?<![\p{L}\p{N}.])(\d{1,2})\s?[x×]\s?0*(\d{1,3})(?![\p{L}\p{N}])(?:\s*[-–—&]\s*(?:\d{1,2}[x×])?0*(\d{1,3})(?![\p{L}\p{N}]))?/giu;
/** "Episode 4", "Episodes 1–4", "Ep. 4", "E04", "Chapter Five". */
const NUMBERED = new RegExp(
  `${LETTER_BEFORE}(?:${EPISODE}|e(?=\\d))\\.?\\s*${NUMBER}${RANGE}`,
  'giu',
);
/** "Season 2", "Staffel zwei", "S2". */
const SEASONED = new RegExp(
  `${LETTER_BEFORE}(?:(?:${SEASON})\\.?\\s*${NUMBER}|[st]\\s?0*(\\d{1,2})(?![\\d\\p{L}]))(?:\\s*(?:-|–|—|&|to|and)\\s*0*(\\d{1,2})(?!\\d))?`,
  'giu',
);
/** "2nd season", "second season", "2. Staffel", "the 4th episode", "1ère saison". */
const ORDINAL = new RegExp(
  `${LETTER_BEFORE}(?:(\\d{1,4})(?:st|nd|rd|th|\\.|ª|º|e|ème|ère|er|:e|\\.º)\\s*|(${WORDS})\\s+)(?:(${SEASON})|(${EPISODE}))(?![\\p{L}])`,
  'giu',
);
const VAGUE = new RegExp(`${LETTER_BEFORE}(?:${PART})\\.?\\s*${NUMBER}`, 'giu');
/** Chinese, Japanese, Korean and Thai: 第4話, 第2季, シーズン2, 4화, 시즌 2, ตอนที่ 4. */
const CJK =
  /第\s*(\d{1,4}|[一二三四五六七八九十]{1,3})\s*(話|话|集|回|夜|幕|章|期|季|シーズン|部)|(?:シーズン|시즌)\s*(\d{1,3})|(\d{1,4})\s*(?:화|회)(?![\p{L}])|(?:ตอนที่|ตอน)\s*(\d{1,4})|(?:エピソード|에피소드)\s*(\d{1,4})/gu;
/** "finale", and "premiere". */
const FINALE =
  /(?<![\p{L}])(?:(?:season|series|show|mid-?season)[\s-]+)?(finale|finales|final episode|last episode|staffelfinale|serienfinale|letzte folge|dernier épisode|último episodio|ultimo episodio|último capítulo|最終話|最終回|最终集|마지막\s?회)(?![\p{L}])|(?<![\p{L}])(?:(?:season|series|show)[\s-]+)?(premiere|première)(?![\p{L}])/giu;

const FIRST_YEAR = 1900;
/** What every episode name contains: a number in digits or words, next to a word for "episode". */
const HINT =
  /\d|[第話话集回화회終终]|ตอน|finale?|premi|last ep|letzte|dernier|[úu]ltimo|episod|épisod|folge|cap[ií]t|chap|kapitel|seri|season|staffel|saison|tempor|stagion|puntat|part|teil|deel|book|vol|aflever|avsnit|afsnit|odcin|bölüm|sezon|сезон|эпизод|jahr|year/i;
const CHINESE = '一二三四五六七八九十';

/** Every episode and season that a text names, in order. */
export function episodeNames(text: string): EpisodeName[] {
  if (!HINT.test(text)) return [];
  const found = [
    ...all(CODE, text, ([, season, number, last]) => named(season, number, last)),
    ...all(CROSS, text, ([, season, number, last]) => named(season, number, last)),
    ...all(NUMBERED, text, ([, digits, word, last]) => named(undefined, digits ?? word, last)),
    ...all(SEASONED, text, ([, digits, word, short, last]) =>
      seasonNamed(last ?? digits ?? word ?? short),
    ),
    ...all(ORDINAL, text, ([, digits, word, season]) =>
      season === undefined
        ? named(undefined, digits ?? word, undefined)
        : seasonNamed(digits ?? word),
    ),
    ...all(VAGUE, text, ([, digits, word]) => ({
      ...named(undefined, digits ?? word, undefined),
      isVague: true,
    })),
    ...all(CJK, text, ([, ordinal, unit, season, korean, thai, katakana]) => {
      if (season !== undefined) return seasonNamed(season);
      if (ordinal === undefined) return named(undefined, korean ?? thai ?? katakana, undefined);
      return /^(?:期|季|シーズン|部)$/.test(unit ?? '')
        ? seasonNamed(ordinal)
        : named(undefined, ordinal, undefined);
    }),
    ...all(FINALE, text, ([, finale]) => ({
      season: undefined,
      number: finale === undefined ? 'first' : 'last',
      from: undefined,
      isVague: false,
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return joined(withoutOverlaps(found), text);
}

type Found = Omit<EpisodeName, 'start' | 'end'>;

function all(
  pattern: RegExp,
  text: string,
  read: (match: RegExpExecArray) => Found,
): EpisodeName[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    ...read(match),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function named(
  season: string | undefined,
  number: string | undefined,
  last: string | undefined,
): Found {
  const first = numberIn(number);
  const end = numberIn(last);
  const isRange = end !== undefined && first !== undefined && end > first;
  return {
    season: numberIn(season),
    number: isRange ? end : first,
    from: isRange ? first : undefined,
    isVague: false,
  };
}

function seasonNamed(number: string | undefined): Found {
  return { season: numberIn(number), number: undefined, from: undefined, isVague: false };
}

function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const word = NUMBER_WORDS.get(text.toLowerCase());
  if (word !== undefined) return word;
  const [tens, units] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens ? CHINESE.indexOf(tens) + 1 : 1) * 10 : 0;
  const value = ten + (units ? CHINESE.indexOf(units) + 1 : 0);
  return value > 0 ? value : undefined;
}

/** Resolves overlapping names to the longer one, which starts first. */
function withoutOverlaps(names: readonly EpisodeName[]): EpisodeName[] {
  const out: EpisodeName[] = [];
  for (const name of names) {
    if (name.season === undefined && name.number === undefined) continue;
    // "TV series 2020" names a year
    if (name.number === undefined && (name.season ?? 0) >= FIRST_YEAR) continue;
    const last = out.at(-1);
    if (!last || name.start >= last.end) out.push(name);
  }
  return out;
}

/** What may come between a season and its episode: "Season 1, Episode 4", "Season 1 – Ep 4". */
const BETWEEN = /^[\s.,:;·∙•|/()[\]–—\-_]*(?:the\s+|die\s+|la\s+|l[’'])?$/i;
/** What may come between an episode and its season: "Episode 4 of season 1", "Folge 3 der 2. Staffel". */
const OF =
  /^[\s,(]*(?:of|from|in|der|aus|de|del|de la|della|di|da|du)?\s*(?:the\s+|la\s+|der\s+)?(?:show[’']s\s+)?$/i;

/** Two names that say one episode are at most so far apart, in UTF-16 code units. */
const FARTHEST = 60;

/** Combines a season with the episode, finale or part named next to it. */
function joined(names: readonly EpisodeName[], text: string): EpisodeName[] {
  const out: EpisodeName[] = [];
  for (const name of names) {
    const last = out.at(-1);
    const between = last ? text.slice(last.end, name.start) : '';
    const isSeason = (one: EpisodeName) => one.season !== undefined && one.number === undefined;
    if (!last || between.length > FARTHEST) out.push(name);
    else if (isSeason(last) && name.season === undefined && BETWEEN.test(between)) {
      out[out.length - 1] = { ...name, season: last.season, start: last.start };
    } else if (isSeason(name) && last.season === undefined && OF.test(between)) {
      out[out.length - 1] = { ...last, season: name.season, end: name.end };
    } else out.push(name);
  }
  return out;
}
