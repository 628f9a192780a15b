import { answer } from './deliberate.ts';
import type { Effect } from './effect.ts';
import type { Handlers } from './handlers.ts';
import { shownAddress } from './shown-address.ts';
import type { Answer, Document, Question, ReaderState } from './state.ts';
import { progressIn, readerIn, type Step, stepTo } from './step.ts';

/** What each command does at a question. Only "yes" and "peek" open anything. */
export const IN_QUESTION = {
  yes: (state: ReaderState, question: Question, press) => {
    if (question.kind === 'curtain' && !gateOf(state, question)) return stepTo(state);
    // only what has been shown whole is opened
    if (question.kind === 'address' && !shownAddress(state, question.address)) return stepTo(state);
    return answer(state, 'yes', question.askedAt, press);
  },
  peek: (state: ReaderState, question: Question, press) =>
    question.kind === 'curtain' ? answer(state, 'peek', question.askedAt, press) : stepTo(state),
  no: (state: ReaderState) => stepTo({ ...state, question: null }),
} satisfies Handlers<'question', Question>;

/** Does what an answer says. */
export function carryOut(state: ReaderState, question: Question, kind: Answer['kind']): Step {
  const now = { ...state, question: null };
  switch (question.kind) {
    case 'curtain': {
      if (state.screen.kind !== 'document') return stepTo(now);
      const { document } = state.screen;
      const curtain = document.view.curtains[question.curtain];
      if (!curtain) return stepTo(now);
      if (kind === 'peek') {
        const peeks = [...document.peeks, ...curtain.keys];
        return stepTo(now, refresh(now, document, peeks));
      }
      const { show } = document.contents;
      if (!curtain.gate) return stepTo(now);
      const known = progressIn(now, show.slug);
      return stepTo(now, { type: 'confirm', show, through: curtain.gate, known });
    }
    case 'watched': {
      const { show, through } = question;
      const known = progressIn(now, show.slug);
      return stepTo(now, { type: 'confirm', show, through, known });
    }
    case 'address':
      return shownAddress(now, question.address)
        ? stepTo(now, { type: 'open-address', address: question.address.href })
        : stepTo(now);
    case 'undo':
      return stepTo(now, { type: 'undo', show: question.show, target: question.target });
  }
}

/** Creates a new view of the recap at the reader's current place. */
export function refresh(
  state: ReaderState,
  { contents, recap }: Document,
  peeks: readonly string[],
): Effect {
  return { type: 'refresh', contents, recap, reader: readerIn(state, contents.show.slug), peeks };
}

function gateOf({ screen }: ReaderState, { curtain }: Extract<Question, { kind: 'curtain' }>) {
  return screen.kind === 'document' ? screen.document.view.curtains[curtain]?.gate : undefined;
}
