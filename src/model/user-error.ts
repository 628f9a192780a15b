/** Exit codes (README, "Reading without a screen"). */
export const EXIT = { done: 0, problems: 1, usage: 2, interrupted: 130 } as const;

/**
 * An error that the user can fix. Its message is a fixed sentence with public names in it. No other error's text is
 * ever printed.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.problems) {
    super(message);
    this.exitCode = exitCode;
  }
}
