import type { ViewingOrder } from '../../model/order.ts';
import type { Finding } from '../finding.ts';
import type { SecretPlace } from '../secret-rules.ts';
import { Acceptance } from './acceptance.ts';
import { eventFindings } from './event-rules.ts';
import type { LeakText, ReadRecap } from './leak-texts.ts';
import { leakedNames } from './name-rules.ts';
import { readShowText } from './show-text.ts';

/**
 * Names, rare words and events that can be read too soon.
 *
 * @param secrets where a declared secret has been reported: nothing else is said of these places
 */
export function leakFindings(
  recaps: readonly ReadRecap[],
  introduction: ReadRecap | undefined,
  order: ViewingOrder,
  secrets: readonly SecretPlace[],
): Finding[] {
  const show = readShowText(recaps, introduction, order);
  const isSecret = ({ file, part, start }: LeakText, offset: number) =>
    secrets.some((secret) => {
      const at = start + offset;
      return (
        secret.path === file.path && secret.part === part && secret.from <= at && at < secret.to
      );
    });
  const acceptance = new Acceptance(recaps);
  const names = leakedNames(show, order, acceptance, isSecret);
  const isNamed = (text: LeakText) => names.some((name) => name.text === text);
  const events = eventFindings(
    show,
    order,
    acceptance,
    (text, offset) => isSecret(text, offset) || (text.rule !== 'leak/text' && isNamed(text)),
  );
  return [...names.map(({ finding }) => finding), ...events, ...acceptance.unused()];
}
