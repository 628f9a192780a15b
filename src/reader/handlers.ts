import { commandOf, isIn, type Scene, type SceneCommand } from './keys.ts';
import type { MoveCommand } from './list.ts';
import type { KeyPress } from './message.ts';
import type { ReaderState } from './state.ts';
import { type Step, stepTo } from './step.ts';

/** What a command does in a scene. */
type Handler<Subject> = (state: ReaderState, subject: Subject, press: KeyPress) => Step;

/** One handler for each command of a scene. One that is missing does not compile. */
export type Handlers<S extends Scene, Subject> = {
  readonly [C in SceneCommand<S>]: Handler<Subject>;
};

/** Does what a key means in a scene. A key that means nothing there changes nothing. */
export function handle<S extends Scene, Subject>(
  handlers: Handlers<S, Subject>,
  scene: S,
  state: ReaderState,
  subject: Subject,
  press: KeyPress,
): Step {
  const command = commandOf(press.key, scene);
  return isIn(command, scene) ? handlers[command](state, subject, press) : stepTo(state);
}

/** The handlers of the commands that move, made of one function. */
export function moveHandlers<Subject>(
  move: (state: ReaderState, subject: Subject, command: MoveCommand) => Step,
): Readonly<Record<MoveCommand, Handler<Subject>>> {
  const handler =
    (command: MoveCommand): Handler<Subject> =>
    (state, subject) =>
      move(state, subject, command);
  return {
    down: handler('down'),
    up: handler('up'),
    'page-down': handler('page-down'),
    'page-up': handler('page-up'),
    start: handler('start'),
    end: handler('end'),
  };
}
