import { SaxesParser } from 'saxes';
import { DamagedHistory } from './damaged-history.ts';
import type { XmlElement } from './format.ts';

/** The longest value that a history needs. Longer ones, such as plots, are dropped. */
const MAX_VALUE = 1000;
/** The deepest nesting that is read; a library export has six levels. */
const MAX_DEPTH = 64;
/** A file with more errors is not XML. */
const MAX_MISTAKES = 1000;

/** The first elements of an XML file: the root and its first child. */
export function firstElements(beginning: string): string[] {
  const markup = beginning
    .replace(/<!--.*?(?:-->|$)/gs, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[.*?\]\s*)?>/gis, '');
  return [...markup.matchAll(/<([A-Za-z][\w.-]*)/g)].slice(0, 2).map(([, name = '']) => name);
}

/**
 * Reads an XML file element by element, as they end. It also accepts the fragments with several roots that Kodi writes,
 * and does not expand entities that a file defines.
 *
 * @throws {DamagedHistory}
 */
export async function readXml(
  text: AsyncIterable<string>,
  onElement: (element: XmlElement) => void,
): Promise<void> {
  const parents: string[] = [];
  let value = '';
  let mistakes = 0;
  const parser = new SaxesParser({ fragment: true });
  parser.on('error', () => {
    // one mistake leaves the rest as it is
    if (++mistakes > MAX_MISTAKES) throw new DamagedHistory();
  });
  parser.on('opentag', ({ name, isSelfClosing }) => {
    if (isSelfClosing) return;
    if (parents.push(name) > MAX_DEPTH) throw new DamagedHistory();
    value = '';
  });
  const addText = (piece: string) => {
    if (value.length < MAX_VALUE) value += piece.slice(0, MAX_VALUE);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (isSelfClosing) return;
    parents.pop();
    onElement({ name, text: value.trim(), parents });
    value = '';
  });
  for await (const piece of text) parser.write(piece);
  parser.close();
}
