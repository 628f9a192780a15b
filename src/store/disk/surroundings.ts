/** What decides where a user's own folders are. */
export interface Surroundings {
  /** The variables that are read are named where they are; empty is as good as unset. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The home folder, as by `os.homedir`, which throws for a user that has none. */
  readonly home: () => string;
}

/** The home folder; `undefined` for a user that has none. */
export function homeFolder({ home }: Surroundings): string | undefined {
  try {
    return home();
  } catch {
    return undefined;
  }
}
