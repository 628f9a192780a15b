import { Chalk, type ChalkInstance, supportsColor } from 'chalk';

/**
 * Chalk for a stream: with colours only where they can be seen and are wanted. `NO_COLOR` counts when it
 * is there and not empty (no-color.org); `FORCE_COLOR` is chalk's own.
 *
 * @param isWanted false with `--no-color`
 */
export function colours(
  env: NodeJS.ProcessEnv,
  isTerminal: boolean,
  isWanted = true,
): ChalkInstance {
  const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  if (!isWanted || env.NO_COLOR || (!isTerminal && !isForced)) return new Chalk({ level: 0 });
  return new Chalk({ level: supportsColor ? supportsColor.level : 0 });
}
