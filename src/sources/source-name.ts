/** The names of the sources, as `--source` takes them. */
export type SourceName = 'tvmaze' | 'wikipedia';
