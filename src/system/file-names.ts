/** Names that Windows keeps for devices, with any extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\..*)?$/i;

/** Whether Windows has no file of this name: one of a device, or one that ends in a dot or blank. */
export function isReservedOnWindows(name: string): boolean {
  return DEVICE.test(name) || /[. ]$/.test(name);
}

/** Names with the same key are those of one file on some system: they differ in case or Unicode normal form alone. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/**
 * The file that iCloud Drive has a placeholder for: `.show.md.icloud` stands for a `show.md` that is not downloaded.
 * `undefined` for any other name. Placeholders of other programs have the file's own name.
 */
export function awaitedFile(name: string): string | undefined {
  return /^\.(.+)\.icloud$/.exec(name)?.[1];
}
