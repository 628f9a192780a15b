import type { System } from './system.ts';

/** Whether two absolute paths name the same file, as the system compares names. */
export function isSamePath(a: string, b: string, system: System): boolean {
  return keyOf(a, system) === keyOf(b, system);
}

/** Whether an absolute path is below a folder. Another drive is outside, and so is the folder itself. */
export function isBelow(folder: string, path: string, system: System): boolean {
  const { relative, isAbsolute, sep } = system.path;
  const inside = relative(keyOf(folder, system), keyOf(path, system));
  // from one drive to another there is no relative path, and the absolute one comes back
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** An absolute path in the one form that all names of the file have. */
function keyOf(path: string, { path: { normalize }, ...system }: System): string {
  const formed = system.isFormSensitive ? path : path.normalize('NFC');
  return normalize(system.isCaseSensitive ? formed : formed.toLowerCase());
}
