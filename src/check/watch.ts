import { watch } from 'chokidar';

/** How long nothing must be saved before it is worth a look, in milliseconds: editors save in several steps. */
const QUIET = 150;

/**
 * Calls whenever a recap below the paths is saved, made or removed, once for what is saved at once. Ends only
 * with the process.
 */
export function watchFiles(paths: readonly string[], onChange: () => void): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  const isIgnored = (path: string) => /(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)/.test(path);
  return new Promise((_, reject) => {
    watch([...paths], { ignoreInitial: true, ignored: isIgnored })
      .on('all', (event, path) => {
        if (!path.endsWith('.md') || event === 'addDir') return;
        clearTimeout(timer);
        timer = setTimeout(onChange, QUIET);
      })
      .on('error', reject);
  });
}
