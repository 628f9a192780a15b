/** A file to import. */
export interface ImportFile {
  /** What messages call it: its path, and in an archive its name there. */
  readonly label: string;
  /** The user named it, and not only the folder or archive it is in. */
  readonly isNamed: boolean;
  /** Its bytes, unpacked. They can be gone through once, before the next file. @throws {UnreadableFile} */
  readonly pieces: AsyncIterable<Uint8Array>;
}
