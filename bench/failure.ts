/** Something could not be measured, and the others go on. Its message is a few words for the table. */
export class Failure extends Error {
  override name = 'Failure';
  /** What more there is to say on this machine; it may name paths and gets into no file. */
  readonly detail: string;

  constructor(message: string, detail = '') {
    super(message);
    this.detail = detail;
  }
}

/** A failure as a line for stderr. */
export function inFull({ message, detail }: Failure): string {
  return detail === '' ? message : `${message}: ${detail}`;
}
