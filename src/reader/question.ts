import { visibleCurtains } from './curtains.ts';
import { answer } from './deliberate.ts';
import type { Effect } from './effect.ts';
import { bodyRows } from './geometry.ts';
import type { Handlers } from './handlers.ts';
import type { Answer, Document, Question, ReaderState } from './state.ts';
import { notify, progressIn, readerIn, type Step, showDocument, stepTo } from './step.ts';

/** Asks about the selected curtain, or the first on the screen: have you watched that far? */
export function askAboutCurtain(state: ReaderState, document: Document): Step {
  const visible = visibleCurtains(document, bodyRows(state.size));
  const { focus } = document;
  const curtain = focus !== null && visible.includes(focus) ? focus : visible[0];
  if (curtain === undefined) {
    const isElsewhere = document.view.curtains.length > 0;
    return notify(
      state,
      isElsewhere
        ? 'No curtain on this page; press Tab for the next one'
        : 'Nothing is hidden in this recap',
    );
  }
  const asked = showDocument(state, { ...document, focus: curtain });
  const question: Question = { kind: 'curtain', curtain, askedAt: state.lastKeyAt };
  return { ...asked, state: { ...asked.state, question } };
}

/** What each command does at a question. Only "yes" and "peek" open anything. */
export const IN_QUESTION = {
  yes: (state: ReaderState, question: Question, press) => {
    if (question.kind === 'curtain' && !gateOf(state, question)) return stepTo(state);
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
    case 'undo':
      return stepTo(now, { type: 'undo', show: question.show, target: question.target });
  }
}

/** Looks at the recap afresh, at the place that the reader has now. */
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
