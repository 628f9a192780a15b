import type { Line } from '../../render/line.ts';
import { columns, truncate } from '../../text/columns.ts';
import { sentenceColumns } from '../geometry.ts';
import { ADDRESS_ANSWERS, ADDRESS_ASKED, shownAddress } from '../shown-address.ts';
import type { Question, ReaderState } from '../state.ts';
import { placeIn } from '../step.ts';
import { glyphsOf, inMargin, sentence } from './page.ts';

/** What is asked, and the keys that answer. "Not yet" is the answer that Enter gives. */
interface Wording {
  readonly about: string | undefined;
  /** A web address in rows, shown whole. */
  readonly address?: readonly string[] | undefined;
  readonly asked: string;
  readonly answers: readonly string[];
}

/** The question above the footer. */
export function drawQuestion(state: ReaderState, question: Question): Line[] {
  const { rule, ellipsis } = glyphsOf(state);
  const { about, address = [], asked, answers } = wordingOf(state, question);
  return [
    ...(state.settings.isSpoken
      ? []
      : [{ spans: [{ text: rule.repeat(state.size.columns), style: { role: 'rule' as const } }] }]),
    ...(about
      ? sentence(state, truncate(about, sentenceColumns(state), ellipsis), { role: 'curtain' })
      : []),
    ...address.map((text) => inMargin(state, { spans: [{ text, style: { role: 'link' } }] })),
    ...sentence(state, asked, { role: 'text', strong: true }),
    ...answerLines(state, answers),
  ];
}

function wordingOf(state: ReaderState, question: Question): Wording {
  const all = state.settings.companions.length > 0 ? 'all ' : '';
  switch (question.kind) {
    case 'curtain': {
      const { screen } = state;
      const document = screen.kind === 'document' ? screen.document : undefined;
      const curtain = document?.view.curtains[question.curtain];
      if (!document || !curtain?.gate) {
        return {
          about: curtain?.label,
          asked: 'No episode opens this: you can only peek at it.',
          answers: ['[Enter] leave it hidden', '[p] peek'],
        };
      }
      return {
        about: curtain.label,
        asked: `Have you ${all}watched ${document.contents.show.title} up to and including ${curtain.gate}?`,
        answers: ['[Enter] not yet', '[y] yes, watched', '[p] peek at this one'],
      };
    }
    case 'watched':
      return {
        about: undefined,
        asked: `Have you ${all}watched ${question.show.title} up to and including ${question.through}?${opens(state, question)}`,
        answers: ['[Enter] not yet', '[y] yes, watched'],
      };
    case 'address': {
      const address = shownAddress(state, question.address);
      const about = `This link leads to ${question.address.host}`;
      if (!address) {
        return {
          about,
          asked: 'Its address is too long to show here. Enlarge the window to open it.',
          answers: ['[Enter] leave it'],
        };
      }
      return { about, address, asked: ADDRESS_ASKED, answers: ADDRESS_ANSWERS };
    }
    case 'undo': {
      const { show, target } = question;
      const now = placeIn(state, show.slug) ?? 'not started';
      return {
        about: undefined,
        asked: `Change your progress in ${show.title} from ${now} back to ${target ?? 'not started'}? It was set in an earlier session.`,
        answers: ['[Enter] leave it', '[y] yes, change it'],
      };
    }
  }
}

/** How many episodes that opens, where the show has a list of them. */
function opens(
  state: ReaderState,
  { show, through }: Extract<Question, { kind: 'watched' }>,
): string {
  const { order } = show;
  const place = placeIn(state, show.slug);
  const count = order.codes.filter(
    (code) => order.isOpen(code, through) && !order.isOpen(code, place),
  ).length;
  if (count === 0) return '';
  return count === 1 ? ' That opens 1 episode.' : ` That opens ${count} episodes.`;
}

/** The answers, as many on a line as fit; each stays in one piece. */
function answerLines(state: ReaderState, answers: readonly string[]): Line[] {
  const lines: string[] = [];
  for (const answer of answers) {
    const line = lines.at(-1);
    const longer = line === undefined ? answer : `${line}   ${answer}`;
    if (line !== undefined && columns(longer) <= sentenceColumns(state))
      lines[lines.length - 1] = longer;
    else lines.push(answer);
  }
  return lines.map((text) => inMargin(state, { spans: [{ text, style: { role: 'text' } }] }));
}
