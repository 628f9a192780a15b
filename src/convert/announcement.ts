import type { Block } from './block.ts';

/** "Spoilers ahead", "contains major spoilers", "***SPOILERS***", "¡Cuidado, spoilers!", "Achtung, Spoiler". */
const WARNS = [
  /\bspoilers?\b.{0,80}\b(?:ahead|alert|warning|below|follow(?:s|ing)?|beyond|from here|abound|within|incoming|galore|to come|aplenty|lie|await)\b/i,
  /\b(?:contains?|containing|includes?|including|features?|reveals?|discuss(?:es|ing)?|full of|packed with|heavy|major|massive|significant|huge|big|full|mild|minor|plot|episode|season|finale|series|detailed|complete|all)\s+(?:\S+\s+){0,4}spoilers?\b/i,
  /\b(?:warning|beware|caution|careful|attention|alert|note|achtung|vorsicht|warnung|cuidado|atención|aviso|alerta|attenzione|attenzione|uwaga|varning|advarsel|let op|dikkat|внимание|осторожно)\b.{0,300}\bsp[oó]il(?:er|lers)\w*/i,
  /\b(?:stop reading|turn back|don[’']t read|do not read|read no further|look away|proceed with caution|if you (?:haven[’']t|have not|aren[’']t|are not).{0,60}(?:watched|seen|caught up))\b/i,
  /^\W*(?:\S+\s+){0,4}(?:sp[oó]iler(?:s|es|warnung|alarm|alerta?)?|spoils)\W*$/iu,
  /\bsp[oó]iler(?:es|s)?\b.{0,60}\b(?:a continuación|abajo|folgen|voraus|im folgenden|enthält|suivent|ci-dessous|à suivre|contiene|in arrivo|a seguir|abaixo|contém|contient)\b/i,
  /\b(?:enthält|contiene|contém|contient|bevat|innehåller|indeholder|zawiera|folgen|suivent)\b.{0,60}\bsp[oó]iler/i,
  /ネタバレ|剧透|劇透|스포일러|спойлер/i,
];
const NONE =
  /\b(?:no|non|without|zero|free of|sans|ohne|sin|senza|sem)\s+(?:\S+\s+){0,2}spoilers?\b|\bspoilers?[- ]?(?:free|less)\b|ネタバレなし/i;

/** The longest announcement. Longer texts do not announce spoilers but tell them. */
const LONGEST = 600;

/** Whether a block announces spoilers: what is above it may be meant for everybody. */
export function isWarning({ text, kind }: Block): boolean {
  return kind !== 'rule' && kind !== 'code' && announcesSpoilers(text);
}

/** Whether a text says that spoilers follow, or are near. */
function announcesSpoilers(text: string): boolean {
  if (text.length > LONGEST || NONE.test(text)) return false;
  return WARNS.some((pattern) => pattern.test(text));
}
