// Writes, when the program ends, which of its files it has loaded. For `node --require`.
const { writeFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

const program = join(process.cwd(), 'dist');

process.on('exit', () => {
  const files = Object.keys(require.cache).filter((path) => dirname(path) === program);
  writeFileSync(process.env.LOADED, JSON.stringify(files.map((path) => basename(path))));
});
