// What markdown-it and Commander take to print a file.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import MarkdownIt from 'markdown-it';

const program = new Command();
program.command('read <file>').action((path: string) => {
  process.stdout.write(new MarkdownIt().render(readFileSync(path, 'utf8')));
});
program.parse();
