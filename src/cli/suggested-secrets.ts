import { suggestSecrets } from '../check/suggest.ts';
import { yamlText } from '../model/yaml-text.ts';
import { displayPath } from '../store/disk/display-path.ts';
import type { LibraryFolder } from '../store/library/folders.ts';
import type { CommandContext } from './command.ts';

/**
 * Prints secrets that a show could declare, as they are written in `show.md`, with the place that tells each.
 *
 * @throws {UserError} if the path is not one show that a person wrote
 */
export function printSuggestedSecrets(
  { output }: CommandContext,
  path: string,
  folders: readonly LibraryFolder[],
): void {
  const suggested = suggestSecrets(path, folders);
  if (suggested.length === 0) {
    output.say('no secrets to suggest: no recap tells an event that is not declared yet');
    return;
  }
  const entries = suggested.map(({ phrases, after, at }) => {
    const [phrase = ''] = phrases;
    const words =
      phrases.length > 1
        ? `any: [${phrases.map(yamlText).join(', ')}]`
        : `phrase: ${yamlText(phrase)}`;
    return `  - { ${words}, after: ${after} } # ${displayPath(at.path)}:${at.line}\n`;
  });
  output.print(`secrets:\n${entries.join('')}`);
  output.say('copy those that nothing may show before their episode into `show.md`');
}
