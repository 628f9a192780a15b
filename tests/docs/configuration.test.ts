import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SETTINGS } from '../../src/store/config/settings.ts';

test('docs/configuration.md has the table of settings', () => {
  const rows = SETTINGS.map(({ name, about, values, defaultText, variable, option }) => {
    const flag = option ? `\`${option.flags.replace(/ .*/, '')}\`` : '';
    return `| \`${name}\` | ${about} | ${values} | ${defaultText} | \`${variable}\` | ${flag} |`;
  });
  const docs = readFileSync('docs/configuration.md', 'utf8');
  const table = /<!-- the settings, .*? -->\n(.*?)\n<!-- end -->/s.exec(docs)?.[1];
  expect(table?.split('\n').slice(2)).toEqual(rows);
});

test('the JSON Schema has every setting, and no other key', () => {
  const schema = JSON.parse(readFileSync('schema/config.schema.json', 'utf8'));
  expect(Object.keys(schema.properties)).toEqual(SETTINGS.map(({ name }) => name));
  expect(schema.additionalProperties).toBe(false);
});
