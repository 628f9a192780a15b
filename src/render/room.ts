import type { Role } from './line.ts';
import type { Page } from './page.ts';

/** Where blocks are laid out. */
export interface Room {
  readonly page: Page;
  /** Columns, 10 or more. */
  readonly width: number;
  /** That of plain text here. */
  readonly role: Role;
  /** How many bullet lists are around. */
  readonly bullets: number;
}
