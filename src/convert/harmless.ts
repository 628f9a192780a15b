import { foldedTitle, type SubjectShow } from './episode-list.ts';
import { episodeNames } from './episode-names.ts';

/** Words that say what kind of text it is, and nothing of what happens. */
const WORDS = new Set(
  (
    'recap recaps review reviews explained explainer summary summaries synopsis plot guide breakdown analysis discussion thread recapped ' +
    'reviewed rewatch watch watched list listing episode episodes ep eps season seasons series show tv television drama finale premiere ' +
    'ending end chapter chapters part spoiler spoilers spoilery alert warning ahead full complete detailed major minor our official ' +
    'first final last all every each of the and a an in for to with on at by from new netflix hbo hulu amazon prime video disney plus apple bbc itv ' +
    'about everything need know what happened happens who is it cast characters click here show hide reveal read more tap see expand toggle open text ' +
    'folge folgen staffel staffeln serie zusammenfassung kritik review ende erklärt rückblick der die das und alle episodenguide übersicht ' +
    'saison saisons épisode épisodes résumé critique fin expliquée série le la les et de du des tous toutes ' +
    'temporada temporadas episodio episodios capítulo capítulos resumen reseña final explicado serie el los las y todos ' +
    'stagione stagioni puntata puntate riassunto recensione finale spiegato gli tutti resumo crítica e o os as do da ' +
    'wiki wikipedia wikia fandom imdb tvmaze'
  )
    .split(' ')
    .map(foldedTitle),
);
const QUESTION =
  /[?¿？]|\b(?:who|why|how|when|where|whether|wer|warum|wie|qui|pourquoi|quién|por qué|chi|perché)\b/i;

/**
 * Whether a title or label gives nothing away: it holds the show's title, codes, numbers, the site's name and
 * words such as "recap". A question tells, too: "Why did she push her?"
 *
 * @param names of the site and others that may be told
 */
export function isHarmless(
  text: string,
  show: SubjectShow | undefined,
  names: readonly (string | undefined)[] = [],
): boolean {
  if (QUESTION.test(text)) return false;
  let rest = ` ${foldedTitle(withoutEpisodes(text))} `;
  const known = [...(show?.titles ?? []), ...names];
  for (const name of known.sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0))) {
    const folded = foldedTitle(name ?? '');
    if (folded !== '')
      rest = rest.replaceAll(` ${folded} `, '  ').replaceAll(` the ${folded} `, '  ');
  }
  return rest
    .split(' ')
    .every((word) => word === '' || WORDS.has(word) || /^\d{1,4}(?:st|nd|rd|th)?$/.test(word));
}

function withoutEpisodes(text: string): string {
  let out = '';
  let position = 0;
  for (const { start, end } of episodeNames(text)) {
    out += `${text.slice(position, start)} `;
    position = end;
  }
  return out + text.slice(position);
}
