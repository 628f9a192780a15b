/** A file that starts like a history but cannot be read to its end. The message never quotes it. */
export class DamagedHistory extends Error {
  override readonly name = 'DamagedHistory';
  /** The damaged line, if knowing it helps: in a text written by hand. */
  readonly line: number | null;

  constructor(line: number | null = null) {
    super();
    this.line = line;
  }
}
