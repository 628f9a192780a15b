/** A file that begins like a history and cannot be read to its end. Nothing of it is in the message. */
export class DamagedHistory extends Error {
  override readonly name = 'DamagedHistory';
  /** Where it is damaged, if that helps: a line of a text that somebody wrote by hand. */
  readonly line: number | null;

  constructor(line: number | null = null) {
    super();
    this.line = line;
  }
}
