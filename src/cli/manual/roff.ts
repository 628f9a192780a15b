/** Text as a manual page has it: nothing in it is a request or an escape, and words in backquotes are bold. */
export function roffText(text: string): string {
  const parts = text.split('`');
  const isPaired = parts.length % 2 === 1;
  const marked = parts.map((part, index) => {
    return isPaired && index % 2 === 1 ? bold(part) : plain(part);
  });
  return wrapped(marked.join(isPaired ? '' : '`'))
    .map(asText)
    .join('\n');
}

/** Columns of a line in the file. */
const LONGEST = 76;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > LONGEST) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A line that would be a request as one of text. */
function asText(line: string): string {
  return line.startsWith('.') ? `\\&${line}` : line;
}

/** Bold text, in which nothing else is marked. */
export function bold(text: string): string {
  return `\\fB${plain(text)}\\fR`;
}

function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(/[^\n -\u007e]/gu, (letter) => {
      return `\\[u${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
    });
}

/** A heading with what is below it. */
export function section(title: string, ...body: readonly string[]): string {
  // the first paragraph begins with the section
  return [`.SH ${plain(title.toUpperCase())}`, ...body]
    .join('\n')
    .replace(/^(\.SH [^\n]+\n)\.PP\n/, '$1');
}

export function subsection(title: string, ...body: readonly string[]): string {
  return [`.SS ${plain(title)}`, ...body].join('\n');
}

export function paragraph(text: string): string {
  return `.PP\n${roffText(text)}`;
}

/** A term, in roff, with what is said about it, in paragraphs. */
export function entry(term: string, text: string, ...more: readonly string[]): string {
  return ['.TP', term, roffText(text), ...more].join('\n');
}

/** What is moved to the right below an entry. */
export function indented(...body: readonly string[]): string {
  return body.length === 0 ? '' : ['.RS', ...body, '.RE'].join('\n');
}

/** Lines as they are. */
export function verbatim(lines: readonly string[]): string {
  return ['.PP', '.EX', ...lines.map((line) => asText(plain(line))), '.EE'].join('\n');
}
