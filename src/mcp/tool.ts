import type * as z from 'zod';
import type { Room } from './door.ts';

/** A tool of the server. All tools are read-only and answer from views at the reader's place. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What it is for, to a language model. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /**
   * @param input as sent by the client, already validated against `input`
   * @throws {Refusal} with a fixed sentence; the text of other errors is never sent
   */
  answer(room: Room, input: unknown): Promise<Record<string, unknown>>;
}

/**
 * Defines a tool whose handler's input and output have the types of its schemas. The handler gets what reads recaps from
 * `importReadingModules`.
 */
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
