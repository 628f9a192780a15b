/** The names of the sources, as in `--source`. */
export type SourceName = 'tvmaze' | 'wikipedia';
