import { gatedPieces, type Recap } from '../gated/recap.ts';
import type { ClosedSecrets } from '../gated/secrets.ts';
import { type Show, secretsOf } from '../gated/show.ts';
import { isText, type Piece, type Spoiler } from '../gated/spoiler.ts';
import type { Gate } from '../model/episode.ts';
import { gateWithin } from '../model/gate.ts';
import { conceal, type Stretch } from './conceal.ts';
import type { Reader } from './episode-title.ts';
import { visibleFrontMatter } from './front-matter.ts';
import { CLOSED, curtainMark, openedMark } from './marks.ts';
import type { Curtain, OpenedSpoiler, Unsealed, View } from './view.ts';

/**
 * The one door: what a reader at a place may see of a recap. It walks the stretches that the cutter found and never
 * looks behind a closed gate, so hidden text cannot affect the view: only the gate, the label and the order of the
 * outermost closed spoilers reach it. The later of two nested gates applies. Then the visible text is searched for
 * declared secrets. Markdown is parsed afterwards, from the view alone.
 *
 * @param peeks keys of curtains that the reader is peeking behind; what is nested in them stays closed
 */
export function veil(
  recap: Recap,
  show: Show,
  reader: Reader,
  peeks: ReadonlySet<string> = new Set(),
): View {
  const { slug } = recap.head;
  const head = visibleFrontMatter(show, recap.head, reader, peeks.has(WHOLE));
  const walk = new Walk(show, reader, peeks);
  walk.pieces(gatedPieces(recap), { gate: undefined, isPeek: false }, '');
  // assigned, as spreads would take longer than most of what is in them
  const view: Unsealed = Object.assign(head, walk.result(), {
    show: show.slug,
    showTitle: show.title,
    slug,
    title: head.title ?? head.episode ?? 'Title hidden',
  });
  return view as View;
}

/** The key of a whole recap's gate: the first spoiler of the body, and the only one at its level. */
const WHOLE = '0';

/** The surroundings of the stretch being walked. */
interface Around {
  /** The surrounding gate; `undefined` if there is none. */
  readonly gate: Gate | undefined;
  /** It is open by a peek, which also opens what waits for no later episode. */
  readonly isPeek: boolean;
}

class Walk {
  readonly #show: Show;
  readonly #reader: Reader;
  readonly #peeks: ReadonlySet<string>;
  readonly #curtains: Curtain[] = [];
  readonly #openings: OpenedSpoiler[] = [];
  readonly #stretches: Stretch[] = [];
  readonly #secrets: ClosedSecrets;
  #isFaulty = false;

  constructor(show: Show, reader: Reader, peeks: ReadonlySet<string>) {
    this.#show = show;
    this.#reader = reader;
    this.#peeks = peeks;
    this.#secrets = secretsOf(show).closedAt(reader.place, show.order);
  }

  pieces(pieces: readonly Piece[], around: Around, path: string): void {
    let count = 0;
    const peek = around.isPeek ? around.gate : undefined;
    for (const piece of pieces) {
      if (isText(piece)) this.#stretches.push({ text: piece.text, key: `${path}${count}`, peek });
      else this.#spoiler(piece, around, `${path}${count++}`);
    }
  }

  result(): Pick<View, 'text' | 'curtains' | 'openings' | 'isFaulty'> {
    const { order } = this.#show;
    const goesAlong = (gate: Gate, peek: Gate) =>
      gate !== null && peek !== null && order.later(gate, peek) === peek;
    const { text, curtains } = conceal(
      this.#stretches,
      this.#curtains,
      this.#secrets,
      this.#peeks,
      goesAlong,
    );
    return { text, curtains, openings: this.#openings, isFaulty: this.#isFaulty };
  }

  #spoiler(spoiler: Spoiler, around: Around, key: string): void {
    const { order } = this.#show;
    const { after } = spoiler;
    const isFaulty = spoiler.isBroken || (after != null && !order.knows(after));
    const gate = isFaulty ? null : this.#gate(after, around);
    // conflicting episode lists may open the later gate and not the earlier one
    const isOwnOpen = after === undefined || order.isOpen(after, this.#reader.place);
    const isWatched = isOwnOpen && order.isOpen(gate, this.#reader.place);
    const goesAlong =
      around.isPeek &&
      !isFaulty &&
      (after === undefined || (gate !== null && gate === around.gate));
    if (isWatched) this.#open(spoiler, { gate, isPeek: false }, key);
    else if (goesAlong || this.#peeks.has(key)) this.#open(spoiler, { gate, isPeek: true }, key);
    else {
      // readers learn that more is hidden only where it is visible
      if (isFaulty) this.#isFaulty = true;
      this.#close(spoiler, gate, key);
    }
  }

  #gate(after: Gate | undefined, around: Around): Gate {
    // peeking at what never opens does not open the gates inside it
    const isIdle = around.isPeek && around.gate === null && after !== undefined;
    return gateWithin(this.#show.order, after, isIdle ? undefined : around.gate);
  }

  #open(spoiler: Spoiler, { gate, isPeek }: Around & { gate: Gate }, key: string): void {
    const { form, openPrefix, closePrefix, pieces } = spoiler;
    const also = this.#secrets.withheld(spoiler.also ?? '') || null;
    const index = this.#openings.push({ key, gate, also, isPeek }) - 1;
    if (form === 'body') return this.pieces(pieces, { gate, isPeek }, `${key}.`);
    this.#write(openedMark(index));
    if (form === 'section' || (form === 'block' && !startsLine(pieces))) {
      this.#write(`\n${openPrefix.replace(/[^>\s]/g, ' ')}`);
    }
    this.pieces(pieces, { gate, isPeek }, `${key}.`);
    if (form !== 'words' && !this.#stretches.at(-1)?.text.endsWith('\n')) this.#write('\n');
    this.#write(closePrefix + CLOSED);
    if (form === 'section') this.#write('\n\n');
  }

  #close(spoiler: Spoiler, gate: Gate, key: string): void {
    const { form } = spoiler;
    const label = this.#secrets.withheld(spoiler.label ?? '') || 'Spoiler';
    this.#write(curtainMark(this.#curtains.push({ keys: [key], label, gate }) - 1));
    if (form === 'section') this.#write('\n\n');
  }

  #write(text: string): void {
    this.#stretches.push({ text, key: undefined });
  }
}

/** Whether nothing follows a block's opener on its line. */
function startsLine([first]: readonly Piece[]): boolean {
  return first === undefined || (isText(first) && /^[ \t]*(?:\n|$)/.test(first.text));
}
