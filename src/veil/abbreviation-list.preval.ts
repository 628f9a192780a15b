import de from 'cldr-segments-full/segments/de/suppressions.json' with { type: 'json' };
import en from 'cldr-segments-full/segments/en/suppressions.json' with { type: 'json' };
import es from 'cldr-segments-full/segments/es/suppressions.json' with { type: 'json' };
import fr from 'cldr-segments-full/segments/fr/suppressions.json' with { type: 'json' };
import it from 'cldr-segments-full/segments/it/suppressions.json' with { type: 'json' };
import pt from 'cldr-segments-full/segments/pt/suppressions.json' with { type: 'json' };
import ru from 'cldr-segments-full/segments/ru/suppressions.json' with { type: 'json' };
import { lastWord } from './last-word.ts';

/** Ranks, titles and similar abbreviations missing from Unicode's lists, in lower case. */
const OURS =
  'mr mrs ms mx dr st ste prof capt cpt cmdr cdr col gen lt sgt cpl maj adm insp det supt sr jr no nos vs etc cf ca rev fr hon gov sen rep pres amb atty sec inc co ltd bros ave blvd mt ft vol ch ep eps ser fig pt approx dept est ph.d a.m p.m e.g i.e m.d hr frl hptm oblt obl z.b u.a bzw usw mme mlle me mgr ing avv dott sig dra sra srta sto sta'.split(
    ' ',
  );

/** Entries that are also common English words, which can end sentences. */
const ORDINARY = new Set(
  'port so am art chin bed led test do pin mind jam card long hat link by act up job ok ex or cap in to is on go all pro as may ago kit ram da em fund bull ill sam ann com end pal out cat apart set rod lit best max joe ben'.split(
    ' ',
  ),
);

/** Unicode CLDR's abbreviations and ours, without their last period, separated by spaces. */
export const abbreviations = [...new Set([...OURS, ...unicodes()])].join(' ');

function unicodes(): string[] {
  return [de, en, es, fr, it, pt, ru].flatMap(({ segments }) =>
    segments.segmentations.SentenceBreak.standard
      .map(({ suppression }) => lastWord(suppression).replace(/\.$/, ''))
      .filter((word) => !ORDINARY.has(word.toLowerCase())),
  );
}
