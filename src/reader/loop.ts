import type { Effect } from './effect.ts';
import type { Message } from './message.ts';
import { reduce } from './reduce.ts';
import type { ReaderState } from './state.ts';
import type { Step } from './step.ts';

/** Does an effect; `perform` with its surroundings. */
type Performer = (effect: Effect, signal: AbortSignal) => AsyncIterable<Message>;

interface LoopOptions {
  readonly start: Step;
  readonly perform: Performer;
  /** The state has changed. */
  readonly onChange: () => void;
  /** A mistake of ours; it may quote gated text and is not to be shown. */
  readonly onError: (error: unknown) => void;
}

/** Runs the reader: messages change the state, and effects run alongside and come back as messages. */
export class ReaderLoop {
  #state: ReaderState;
  readonly #options: LoopOptions;
  readonly #tasks = new Set<Promise<void>>();
  /** What cancels the effects of each task. */
  readonly #controllers = new Map<number, AbortController>();

  constructor(options: LoopOptions) {
    this.#options = options;
    this.#state = options.start.state;
    for (const effect of options.start.effects) this.#run(effect);
  }

  get state(): ReaderState {
    return this.#state;
  }

  send(message: Message): void {
    try {
      const { state, effects } = reduce(this.#state, message);
      this.#state = state;
      for (const effect of effects) this.#run(effect);
      this.#options.onChange();
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /** Once everything is done that was to be done. */
  async settled(): Promise<void> {
    while (this.#tasks.size > 0) await Promise.all(this.#tasks);
  }

  #run(effect: Effect): void {
    if (effect.type === 'cancel') {
      this.#controllers.get(effect.work)?.abort();
      this.#controllers.delete(effect.work);
      return;
    }
    const controller = new AbortController();
    if ('work' in effect) this.#controllers.set(effect.work, controller);
    const task = this.#perform(effect, controller.signal).catch(this.#options.onError);
    this.#tasks.add(task);
    task.finally(() => {
      this.#tasks.delete(task);
      if ('work' in effect) this.#controllers.delete(effect.work);
    });
  }

  async #perform(effect: Effect, signal: AbortSignal): Promise<void> {
    for await (const message of this.#options.perform(effect, signal)) {
      if (!signal.aborted) this.send(message);
    }
  }
}
