import { fold } from '../text/fold.ts';
import { foldWord, isStopWord, type Word, wordsOf } from '../text/words.ts';
import { areJoined } from './joined-words.ts';
import { isNoName, isParticle, isTitle } from './name-words.ts';
import { isAtSentenceStart } from './sentence-start.ts';

/** How often a single word must be seen with a capital to be taken for a name; of several words once is enough. */
const OFTEN = 2;

/** Words before which a name is that of a place or a thing: "the Wall", "in Winterfell". */
const ARTICLES = setOf('the a an this these der die das les los las gli');
const LOCATIVES = setOf(
  'in at into inside outside near toward towards across around within beyond throughout',
);
const DIRECTIONS = setOf('to from on of');
/** Words of a name that make it one of a place or a group. */
const NO_PEOPLE =
  setOf(`house castle street road avenue square river lake island islands isle valley desert tower
  palace city village county kingdom lands landing empire republic academy school college university institute hospital
  hotel club company corporation agency army watch senate throne`);

/** A name that a text has, and how often. */
export interface FoundName {
  readonly name: string;
  readonly count: number;
}

/** A name, and what comes before it where it occurs. */
interface Tally {
  readonly name: string;
  readonly words: readonly string[];
  count: number;
  articles: number;
  locatives: number;
  directions: number;
}

/**
 * The names of people in passages: words with a capital that begin no sentence and never have a small letter. Neighbors
 * are one name ("Mr Jaggers", "Cassie Shore"); a single word must occur twice. What mostly follows an article or "in" is
 * a place or a thing, and so is what is called a castle or a street.
 *
 * @param known words that are no names, such as those of the show's title
 * @returns the most frequent first
 */
export function namesInText(passages: readonly string[], known: ReadonlySet<string>): FoundName[] {
  const tallies = new Map<string, Tally>();
  const words = nameWords(passages, known);
  for (const text of passages) {
    for (const { name, before, isPossessive } of namesIn(text, words)) {
      const key = fold(name);
      const own = wordsOf(name).map(({ text }) => foldWord(text));
      const found = tallies.get(key) ?? {
        name,
        words: own,
        count: 0,
        articles: 0,
        locatives: 0,
        directions: 0,
      };
      found.count++;
      if (ARTICLES.has(before)) found.articles++;
      const isPlace = LOCATIVES.has(before) || NO_PEOPLE.has(before);
      if (isPlace && !isPossessive) found.locatives++;
      if (DIRECTIONS.has(before) && !isPossessive) found.directions++;
      tallies.set(key, found);
    }
  }
  const people = [...tallies.values()].filter((tally) => isPerson(tally));
  return people
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ name, count }) => ({ name, count }));
}

function isPerson({ name, words, count, articles, locatives, directions }: Tally): boolean {
  if (/['’]s /.test(name) || words.some((word) => NO_PEOPLE.has(word))) return false;
  if (count < OFTEN && words.length < 2) return false;
  const isTitled = isTitle(words[0] ?? '');
  if (articles * 2 >= count && articles > 0 && !isTitled) return false;
  return locatives === 0 || (locatives + directions) * 2 <= count;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Whether a text is in a script that has capitals, so that names can be told from other words. */
export function hasCapitals(passages: readonly string[]): boolean {
  const letters = passages.join('').match(/\p{L}/gu)?.length ?? 0;
  const cased = passages.join('').match(/[\p{Lu}\p{Ll}\p{Lt}]/gu)?.length ?? 0;
  return letters === 0 || cased / letters > 0.5;
}

/** Words that have a capital where no sentence begins, and never a small letter. */
function nameWords(passages: readonly string[], known: ReadonlySet<string>): Set<string> {
  const small = new Set(known);
  const capital = new Set<string>();
  for (const text of passages) {
    for (const { text: word, offset } of wordsOf(text)) {
      const folded = foldWord(word);
      if (/^\p{Ll}/u.test(word)) small.add(folded);
      else if (isCapitalized(word, folded) && !isAtSentenceStart(text, offset)) capital.add(folded);
    }
  }
  for (const word of small) capital.delete(word);
  return capital;
}

/** Runs of such words, with the titles before them and the particles within, and the word before each. */
function namesIn(text: string, nameWords: ReadonlySet<string>) {
  const names: { name: string; before: string; isPossessive: boolean }[] = [];
  let run: string[] = [];
  let lead = '';
  let previous: Word | undefined;
  const close = () => {
    while (isParticle(run.at(-1) ?? '')) run.pop();
    const name = run.join(' ');
    if (run.some((word) => nameWords.has(foldWord(word)))) {
      const whole = withoutPossessive(name);
      names.push({ name: whole, before: lead, isPossessive: whole !== name });
    }
    run = [];
  };
  for (const at of wordsOf(text)) {
    const word = at.text;
    const folded = foldWord(word);
    if (previous && !areJoined(text, previous, at)) close();
    const isTitled = isTitle(folded) && /^\p{Lu}/u.test(word);
    const isWithin = run.length > 0 && isParticle(word);
    const isName = isTitled || (/^\p{Lu}/u.test(word) && nameWords.has(folded));
    if (isName || isWithin) {
      const isLed = previous !== undefined && areJoined(text, previous, at);
      if (run.length === 0) lead = isLed ? foldWord(previous?.text ?? '') : '';
      run.push(word);
    } else close();
    previous = at;
  }
  close();
  return names;
}

function isCapitalized(word: string, folded: string): boolean {
  if (!/^\p{Lu}/u.test(word) || word === word.toUpperCase()) return false;
  return folded.length > 1 && !/\d/.test(folded) && !isNoName(folded) && !isStopWord(folded);
}

function withoutPossessive(name: string): string {
  return name.replace(/['’]s?$/, '');
}
