// What markdown-it itself takes to print a file.
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

const [path = ''] = process.argv.slice(2);
process.stdout.write(new MarkdownIt().render(readFileSync(path, 'utf8')));
