import { load } from './load.mjs';

/**
 * A Rolldown plugin: a module whose name ends in `.preval.ts` runs when the program is built, and the bundle has the values
 * that it exports, which must be JSON.
 */
export const preval = {
  name: 'preval',
  async load(id) {
    if (!id.endsWith('.preval.ts')) return undefined;
    const values = Object.entries(await load(id));
    return values
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
};
