import { foldName } from '../text/fold.ts';

/** Words for "season", "part" and the like in the languages that Netflix writes. */
const SEASON = words(`
  season series part volume book chapter collection year
  saison partie livre temporada parte volumen libro livro llibre stagione capitolo
  staffel teil buch seizoen deel reeks jaar säsong del sesong sæson kausi osa tuotantokausi hooaeg
  sezon część seria řada série sezóna sorozat évad évadok rész sezonul partea sezona dio deo serija
  част сезон часть частина книга частка сезонът дел маусым бөлім κύκλος σεζόν μέρος kısım bölüm
  الموسم موسم الجزء جزء فصل עונה חלק सीज़न सीजन भाग ซีซั่น ซีซัน ซีซั่นที่ ภาค phần mùa musim bagian
  シーズン シリーズ パート 部 期 章 시즌 파트 부 기 季 辑 輯
`);

/** Words for "episode". Not "chapter": chapters are often numbered across seasons. */
const EPISODE = words(`
  episode épisode episodio episódio episodi folge aflevering avsnitt afsnit jakso jagu
  odcinek epizoda epizod díl diel epizód epizodul episodul bölüm tập episod
  эпизод серия серія епізод епизод епизода επεισόδιο الحلقة حلقة פרק
  エピソード 話 回 에피소드 화 회 集 话 एपिसोड कड़ी ตอน ตอนที่
`);

/** Other words for an episode, in brackets after its title. */
const CHAPTER = words(`
  chapter capítulo capítol capitolo chapitre kapitel kapittel kapitola hoofdstuk rozdział poglavlje poglavje
  capitolul fejezet luku ep eps cap chap odc avs afl эп глава розділ κεφάλαιο الفصل فصل פרק अध्याय 章
`);

/** Ordinal markers, before or after the word. */
const ORDINAL = words(
  'a o os as st nd rd th re er e ere eme ere na ra ta й я ой ая ий de den ci cı inci nci ke i 第 η ος ο',
);

/** Names for the season of a show that has only one. */
const ONLY_SEASON = words(`
  limited series miniseries mini série limitée miniserie minissérie miniserial miniserija miniseria
  minisorozat minisarja minisarja dizi мини сериал минисериал мінісеріал ミニシリーズ リミテッドシリーズ
  리미티드 미니시리즈 限定剧 迷你剧 迷你劇 限定劇
`);

const CHINESE = '〇一二三四五六七八九十';

/** A part of a title that names the season. */
export interface Season {
  readonly number: number;
  /** A half, as in `Season 1B`. Its episodes may be numbered from 1 again, so their numbers do not count. */
  readonly isHalf: boolean;
}

/**
 * Parses `Season 1`, `1ª Temporada`, `1. sezon`, `シーズン1`, `第1季`, `Season 1B`: a number and a word for "season", in
 * either order. An unknown word may belong to a spin-off.
 *
 * @returns `undefined` for anything else
 */
export function readSeason(part: string): Season | undefined {
  const half = /^(.*\d)\s?[a-d]$/i.exec(part.trim());
  const counted = readCounted(half?.[1] ?? part);
  if (!counted) return undefined;
  const { number, words } = counted;
  const isSeason = words.length > 0 && words.every((word) => SEASON.has(word));
  return isSeason ? { number, isHalf: half !== null } : undefined;
}

/** Reads `Episode 3`, `Folge 3`, `第3話`, `3. Bölüm` as a number. @returns `undefined` for anything else */
export function readEpisodeNumber(part: string): number | undefined {
  const counted = readCounted(part);
  if (!counted || counted.words.length === 0) return undefined;
  return counted.words.every((word) => EPISODE.has(word)) ? counted.number : undefined;
}

/** A number in brackets after a title. */
interface Bracketed {
  readonly before: string;
  /** `null` if the brackets contain no number, or several. */
  readonly number: number | null;
  /** It counts episodes: `(Episode 3)`, and `(Capítulo 3)` as in Latin America. */
  readonly isEpisode: boolean;
}

/** Reads `Title (Episode 3)`. @returns `undefined` where nothing is in brackets at the end */
export function readBracketed(title: string): Bracketed | undefined {
  const [, before, inside] = /^(.*\S)\s*[(（]([^()（）]+)[)）]$/s.exec(title.trim()) ?? [];
  if (before === undefined || inside === undefined) return undefined;
  const counted = readCounted(inside);
  const isEpisode =
    counted !== undefined &&
    counted.words.length > 0 &&
    counted.words.every((word) => EPISODE.has(word) || CHAPTER.has(word));
  return { before, number: counted?.number ?? null, isEpisode };
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** The number at the end of a season named after its show: `2`, `II`. `xx` is a name, not a number. */
export function readSequel(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const roman = ROMAN.indexOf(text);
  return roman === -1 ? undefined : roman + 1;
}

/** Whether a part of a title says that the show has a single season: `Limited Series`, `Miniserie`. */
export function isOnlySeason(part: string): boolean {
  if (part.length > MAX_PART) return false;
  const parts = foldName(part).split(' ');
  return parts.length <= 3 && parts.every((word) => ONLY_SEASON.has(word));
}

/** The longest text that can be a season's name or an episode's number. */
const MAX_PART = 60;
const NUMBER = /[\p{N}〇一二三四五六七八九十]/u;

/** A number and the words around it, without ordinal markers. */
function readCounted(part: string): { number: number; words: string[] } | undefined {
  if (part.length > MAX_PART || !NUMBER.test(part)) return undefined;
  const tokens = foldName(part)
    .replace(/[〇一二三四五六七八九十]{1,3}/g, (digits) => chineseNumber(digits))
    .split(/(\d+)|\s+/)
    .filter(Boolean);
  const numbers = tokens.filter((token) => /^\d{1,4}$/.test(token));
  const [number] = numbers;
  if (number === undefined || numbers.length !== 1) return undefined;
  const words = tokens.filter((token) => token !== number && !ORDINAL.has(token));
  return { number: Number(number), words };
}

/** `三` is 3, `十` 10, `十二` 12, `二十` 20; anything else is returned unchanged. */
function chineseNumber(digits: string): string {
  const [tens, ones] = digits.includes('十') ? digits.split('十') : ['0', digits];
  const value = (text: string | undefined, empty: number) => (text ? CHINESE.indexOf(text) : empty);
  if ((tens?.length ?? 0) > 1 || (ones?.length ?? 0) > 1) return digits;
  const isZero = tens === '0';
  return String((isZero ? 0 : value(tens, 1) * 10) + value(ones, 0));
}

function words(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/\s+/)
      .map(foldName)
      .flatMap((word) => word.split(' '))
      .filter(Boolean),
  );
}
