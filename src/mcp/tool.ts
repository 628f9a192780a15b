import type * as z from 'zod';
import type { Room } from './door.ts';

/** A tool of the server. All of them read, and answer from views at the reader's place. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What it is for, to a language model. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /**
   * @param input as the client sent it; it has been checked against `input`
   * @throws {Refusal} with a fixed sentence; of anything else that is thrown nothing is sent
   */
  answer(room: Room, input: unknown): Promise<Record<string, unknown>>;
}

/** A tool whose handler takes what its schema says and returns what its schema says. */
export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(given: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  run(room: Room, input: z.infer<Input>): Promise<z.infer<Output>>;
}): Tool {
  const { run, ...described } = given;
  return {
    ...described,
    answer: async (room, input) => given.output.parse(await run(room, given.input.parse(input))),
  };
}
