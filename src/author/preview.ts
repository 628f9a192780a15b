import type { AuthorRecap } from '../check/author-file.ts';
import { flatBody } from '../check/passages.ts';
import { readAuthorShow } from '../check/read-author-show.ts';
import { type Show, secretsOf } from '../gated/show.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import { UserError } from '../model/user-error.ts';
import { header } from '../render/header.ts';
import { Layout } from '../render/layout.ts';
import type { LayoutOptions, Line } from '../render/line.ts';
import type { ShowLayer } from '../store/library/show-layers.ts';
import { veil } from '../veil/veil.ts';
import type { View } from '../veil/view.ts';

/** A recap of which its author wants to see what readers see. */
export class PreviewedRecap {
  readonly show: Show;
  readonly #author: AuthorRecap;

  /**
   * @param slug that of its show
   * @param paths the show's files and folders, as for `readAuthorShow`
   * @throws {UserError} if the file cannot be read as a recap
   */
  constructor(
    slug: string,
    paths: ReadonlyMap<string, string>,
    layers: readonly ShowLayer[],
    path: string,
  ) {
    const { show, recaps, findings } = readAuthorShow(slug, paths, layers);
    const author = recaps.find(({ file }) => file.path === path);
    if (!author) {
      const finding = findings.find(({ at }) => at.path === path);
      throw new UserError(`${path}:${finding?.at.line ?? 1}: ${finding?.message ?? 'not a recap'}`);
    }
    this.show = show;
    this.#author = author;
  }

  /** The places at which something of it opens, declared secrets among it, in viewing order; "not started" first. */
  places(): Place[] {
    const { order } = this.show;
    const gates = flatBody(this.#author, order).spoilers.flatMap(({ gate }) => gate ?? []);
    const all = new Set<EpisodeCode>([...gates, ...secretsOf(this.show).episodes]);
    const places: Place[] = [null];
    let last = this.view(null).text;
    for (const place of [...all].sort((a, b) => order.compare(a, b))) {
      const { text } = this.view(place);
      if (text !== last) places.push(place);
      last = text;
    }
    return places;
  }

  view(place: Place): View {
    return veil(this.#author.recap, this.show, { place, showsTitles: false });
  }

  /** The lines of a view, with what stands above them. */
  lines(place: Place, looks: LayoutOptions): Line[] {
    const view = this.view(place);
    return [...header(view, place, looks), ...new Layout(view, looks).lines()];
  }
}
