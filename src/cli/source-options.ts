import { InvalidArgumentError, Option } from 'commander';
import type { SourceRequest } from '../app/ask-sources.ts';
import type { SourceName } from '../sources/source-name.ts';
import { SOURCES } from '../sources/sources.ts';
import type { LibraryOptions } from './options.ts';
import type { SourceMeter } from './source-meter.ts';

/** The values of the options below. */
export interface SourceOptions {
  readonly source?: readonly SourceName[];
  readonly offline?: boolean;
}

/** For a command that fetches shows. */
export const SOURCE_OPTION = new Option(
  '--source <names>',
  `ask only these sources: ${SOURCES.map(({ name }) => name).join(',')}`,
).argParser(sourceNames);

/** For a command that connects. */
export const OFFLINE_OPTION = new Option(
  '--offline',
  'fail instead of connecting, as RECAP_OFFLINE=1 does',
);

/** What a command asks of the sources: as its options say, until it is interrupted, its progress on a meter. */
export function sourceRequest(
  host: SourceRequest['host'],
  given: SourceOptions & LibraryOptions,
  signal: AbortSignal,
  meter: SourceMeter,
): SourceRequest {
  return {
    host,
    library: given.library,
    sources: given.source,
    isOffline: given.offline ?? false,
    signal,
    report: (progress) => meter.show(progress),
  };
}

function sourceNames(text: string): readonly SourceName[] {
  return text.split(',').map((written) => {
    const source = SOURCES.find(({ name }) => name === written.trim().toLowerCase());
    if (source) return source.name;
    throw new InvalidArgumentError(`Use ${SOURCES.map(({ name }) => name).join(' or ')}.`);
  });
}
