import type { Body, Position } from './body.ts';
import { bodyRows } from './geometry.ts';
import { headingName, linkDestination } from './link-destination.ts';
import { goToShow } from './lists.ts';
import type { ShowTarget } from './message.ts';
import type { Document, ReaderState } from './state.ts';
import { alsoDo, notify, type Step, showDocument, stepTo } from './step.ts';
import type { Stop } from './stop.ts';
import { selectedStop, visibleStops } from './stops.ts';
import { goToRecap, leaving } from './visits.ts';

/** Follows the selected link. Where none is selected, the first on the screen becomes so. */
export function followSelected(state: ReaderState, document: Document): Step {
  const rows = bodyRows(state.size);
  const selected = selectedStop(document, rows);
  if (selected?.kind === 'link') return followLink(state, document, selected);
  const first = visibleStops(document, rows).find(({ kind }) => kind === 'link');
  if (!first) return notify(state, 'No link on this page');
  return showDocument(
    { ...state, notice: 'o again follows this link' },
    { ...document, focus: first },
  );
}

/** Follows a link: to a recap, behind its own curtains; to a heading; to the web, once its address has been confirmed. */
export function followLink(state: ReaderState, document: Document, link: Stop): Step {
  const { contents, body } = document;
  const own = contents.show.slug;
  const destination = linkDestination(targetOf(body, link), own);
  switch (destination.kind) {
    case 'web': {
      const { address } = destination;
      return stepTo({ ...state, question: { kind: 'address', address, askedAt: state.lastKeyAt } });
    }
    case 'heading': {
      const at = headingAt(body, destination.heading);
      if (!at) return notify(state, 'This link leads to no heading here');
      return showDocument(state, { ...document, top: body.fill(at, bodyRows(state.size)) });
    }
    case 'recap': {
      const { show, slug, heading } = destination;
      const leaveFor = (target: ShowTarget) =>
        alsoDo(goToShow(state, show, target), ...leaving(state));
      const position = heading === '' ? undefined : ({ kind: 'heading', name: heading } as const);
      if (!state.shows.some((candidate) => candidate.slug === show)) return notify(state, NOWHERE);
      if (slug === undefined) return leaveFor({ kind: 'list' });
      if (show !== own) return leaveFor({ kind: 'recap', slug, position });
      const { introduction, recaps } = contents;
      const all = introduction ? [introduction, ...recaps] : recaps;
      const recap = all.find(({ head }) => head.slug === slug);
      return recap ? goToRecap(state, contents, recap, position) : notify(state, NOWHERE);
    }
    case 'unknown':
      return notify(state, NOWHERE);
  }
}

const NOWHERE = 'This link leads to no web address and no recap of the library';

/** The line of the heading that a link refers to. */
export function headingAt(body: Body, name: string): Position | undefined {
  const wanted = headingName(name);
  return body.find({ chunk: 0, line: 0 }, ({ heading }) => {
    return heading !== undefined && headingName(heading.text) === wanted;
  });
}

function targetOf(body: Body, { chunk, index }: Stop): string {
  const spans = body.chunk(chunk).flatMap((line) => line.spans);
  return spans.find(({ style }) => style.link?.index === index)?.style.link?.target ?? '';
}
