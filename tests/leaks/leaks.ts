/**
 * Leaks that somebody could make: small patches of the program, each of which must make the detector fail.
 * A patch whose `find` is no longer in the file fails the test, so that none becomes idle.
 */
export interface Leak {
  readonly name: string;
  /** Under `src/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const VEIL = 'veil/veil.ts';
const STACK = 'gated/frame-stack.ts';

/** A text of all that a spoiler hides, as an expression in `veil.ts`. */
const HIDDEN =
  '(function all(p) { return p.map((x) => isText(x) ? x.text : all(x.pieces)).join(""); })(spoiler.pieces)';
/** The same where a curtain is drawn, whose signature is patched to have the whole spoiler. */
const CLOSE = `    const { form } = spoiler;
    const label = this.#secrets.withheld(spoiler.label ?? '') || 'Spoiler';`;
/** Patches the label that a curtain has. */
function label(name: string, expression: string): Leak {
  return {
    name,
    file: VEIL,
    find: CLOSE,
    replace: `    const { form } = spoiler; const text = ${HIDDEN}; const own = spoiler.label ?? 'Spoiler';
    const label = ${expression};`,
  };
}

/** Patches what is written behind a curtain's mark. */
function behind(name: string, expression: string): Leak {
  return {
    name,
    file: VEIL,
    find: '      this.#close(spoiler, gate, key);',
    replace: `{ this.#close(spoiler, gate, key); const text = ${HIDDEN}; this.#write(${expression}); }`,
  };
}

/** Patches a field of the view. */
function field(name: string, find: string, replace: string): Leak {
  return { name, file: VEIL, find, replace };
}

const WHOLE =
  '(function all(p) { return p.map((x) => isText(x) ? x.text : all(x.pieces)).join(""); })(gatedPieces(recap))';
const DEEP =
  '(function all(p) { return p.flatMap((x) => isText(x) ? [] : [x, ...all(x.pieces)]); })(gatedPieces(recap))';

export const LEAKS: readonly Leak[] = [
  // a curtain that tells of what it hides
  label('the length in a label', 'own + text.length'),
  label('whether it is long, in a label', 'text.length > 500 ? `${own}, long` : own'),
  label('whether it is empty, in a label', "text.trim() === '' ? `${own}, empty` : own"),
  label('the first letter in a label', 'own + text.trim().slice(0, 1)'),
  label(
    'the first words as a label',
    "spoiler.label ?? text.trim().split(/\\s+/).slice(0, 2).join(' ')",
  ),
  label('a gated heading as a label', 'spoiler.label ?? /^#+ (.*)/m.exec(text)?.[1] ?? own'),
  label('the number of paragraphs in a label', 'own + text.split(/\\n\\n/).length'),
  label('that there is a table', "text.includes('|') ? `${own} (table)` : own"),
  label('that there is an image', "text.includes('![') ? `${own} (image)` : own"),
  label('the reading time', 'own + Math.ceil(text.split(/\\s+/).length / 200)'),
  label('that spoilers are nested', 'spoiler.pieces.some((p) => !isText(p)) ? `${own}+` : own'),
  label(
    'a nested label',
    'spoiler.pieces.flatMap((p) => isText(p) ? [] : p.label ?? [])[0] ?? own',
  ),
  behind('a blank line for each paragraph', "text.replace(/[^\\n]+/g, '')"),
  behind('trailing spaces as long as the text', "' '.repeat(text.length % 5)"),
  behind(
    'the link definitions',
    "'\\n\\n' + (text.match(/^\\[[^\\]^]+\\]:.*$/gm) ?? []).join('\\n') + '\\n\\n'",
  ),
  behind(
    'the notes, so that numbers skip',
    "'\\n\\n' + (text.match(/^\\[\\^.*$/gm) ?? []).join('\\n\\n') + '\\n\\n'",
  ),
  behind('the closing of a fence', "text.includes('```') ? '\\n```\\n' : ''"),
  behind('a comment left open', "text.includes('<!--') ? '<!--' : ''"),
  behind(
    'a curtain for each nested spoiler',
    "spoiler.pieces.filter((p) => !isText(p)).map(() => curtainMark(0)).join('x')",
  ),
  field(
    'the words counted in a tag',
    'showTitle: show.title,',
    `showTitle: show.title, tags: [String(${WHOLE}.split(' ').length)],`,
  ),
  field(
    'a summary made of the body',
    'showTitle: show.title,',
    `showTitle: show.title, summary: head.summary ?? ${WHOLE}.slice(0, 40),`,
  ),
  field(
    'a title taken from the first heading',
    "title: head.title ?? head.episode ?? 'Title hidden',",
    `title: /^#+ (.*)$/m.exec(${WHOLE})?.[1] ?? head.title ?? slug,`,
  ),
  field(
    'the number of all spoilers',
    'showTitle: show.title,',
    `showTitle: show.title, author: String(${DEEP}.length),`,
  ),
  field(
    'the latest gate of all',
    'showTitle: show.title,',
    `showTitle: show.title, published: ${DEEP}.map((s) => s.after ?? '').sort().at(-1) ?? null,`,
  ),
  field(
    'a hash of the source',
    'showTitle: show.title,',
    `showTitle: show.title, source: String([...${WHOLE}].reduce((h, c) => (h * 31 + c.charCodeAt(0)) % 9973, 7)),`,
  ),
  field(
    'that the author was not understood, from within a closed gate',
    'showTitle: show.title,',
    `showTitle: show.title, isFaulty: ${DEEP}.some((s) => s.isBroken),`,
  ),
  field(
    'the faults counted',
    'showTitle: show.title,',
    'showTitle: show.title, author: String(recap.problems.length),',
  ),
  field(
    'keys that count what is nested',
    'else this.#spoiler(piece, around, `${path}${count++}`);',
    'else { this.#spoiler(piece, around, `${path}${count}`); count += 1 + piece.pieces.length; }',
  ),
  field(
    'neighbors merged only if they hide the same',
    'this.#curtains.push({ keys: [key], label, gate })',
    'this.#curtains.push({ keys: [key], label: label + ((hidden) => { const isSame = globalThis.__last === hidden; globalThis.__last = hidden; return isSame ? "" : " "; })(JSON.stringify(spoiler.pieces)), gate })',
  ),

  {
    name: 'a cache of views not keyed by the place',
    file: VEIL,
    find: '  return view as View;',
    replace: `  const kept = (globalThis.__kept ??= new WeakMap());
  if (!kept.has(recap)) kept.set(recap, view);
  return kept.get(recap);`,
  },
  // declared secrets that get out
  {
    name: 'a secret in a label',
    file: VEIL,
    find: "this.#secrets.withheld(spoiler.label ?? '') || 'Spoiler'",
    replace: "spoiler.label ?? 'Spoiler'",
  },
  {
    name: 'secrets looked for line by line',
    file: 'veil/blocks.ts',
    find: '        isTable = true;\n      }\n',
    replace: '        isTable = true;\n      }\n      yield* flush();\n',
  },
  {
    name: 'secrets looked for with their markup',
    file: 'text/markdown-readings.ts',
    find: 'const SIGNS = /[*_~`',
    replace: 'const SIGNS = /(?!)[*_~`',
  },
  {
    name: 'no other inflection of a secret',
    file: 'text/inflections.ts',
    find: 'return key === baseKey ? [key] : [key, baseKey];',
    replace: 'return [folded];',
  },
  {
    name: 'a fact below the name that it is about',
    file: 'veil/sentences.ts',
    find: 'const context = [...lead, ',
    replace: 'const context = [',
  },
  {
    name: 'a fact in a list below the name that it is about',
    file: 'veil/sentences.ts',
    find: ' ...nested, ',
    replace: ' ',
  },
  {
    name: 'what the address of a reference completes',
    file: 'veil/conceal.ts',
    find: '[...context, ...targets]',
    replace: 'context',
  },
  {
    name: 'a curtain for each sentence',
    file: 'veil/join-curtains.ts',
    find: 'if (last && isSame(last, next) && ',
    replace: 'if (last && next.keys.length > 1 && ',
  },
  {
    name: 'the space between the sentences that one curtain hides',
    file: 'veil/join-curtains.ts',
    find: '      if (/\\n[ \\t>]*\\n/.test(between)) gap = between;',
    replace: '      parts.push(between);',
  },
  {
    name: 'a key that says how far into a text a sentence stands',
    file: 'veil/conceal.ts',
    find: 'const key = secretKey(stretch?.key, gate);',
    replace: 'const key = `${secretKey(stretch?.key, gate)}${sentence.from}`;',
  },
  {
    name: 'a curtain as wide as its sentence',
    file: 'veil/conceal.ts',
    find: 'inPlaceOf(text, sentence, curtainMark(index))',
    replace:
      "inPlaceOf(text, sentence, curtainMark(index)) + ' '.repeat(sentence.to - sentence.from)",
  },
  // gates that open too early
  {
    name: 'one episode too early',
    file: 'model/order.ts',
    find: 'if (this.compare(gate, place) > 0) return false;',
    replace: 'if (this.compare(gate, place) > 1) return false;',
  },
  {
    name: 'the earlier of two nested gates',
    file: VEIL,
    find: 'const isWatched = isOwnOpen',
    replace: 'const isWatched = order.isOpen(around.gate ?? null, this.#reader.place) || isOwnOpen',
  },
  {
    name: 'an unknown episode opens with the first',
    file: VEIL,
    find: 'const gate = isFaulty ? null',
    replace: 'const gate = isFaulty ? (order.codes[0] ?? null)',
  },
  {
    name: 'no gate is the first episode',
    file: 'model/gate.ts',
    find: 'order.last : around;',
    replace: '(order.codes[0] ?? null) : around;',
  },
  // a cutter that looks at the wrong things
  {
    name: 'fences in spoilers are not honored',
    file: 'syntax/fence.ts',
    find: 'if (!frames.isInside || frames.isOpaque) return;',
    replace: 'if (line >= 0) return;',
  },
  {
    name: 'any closer closes',
    file: STACK,
    find: 'return this.#entries[this.#top.closable]?.frame ?? this.#body;',
    replace:
      "return this.#entries.findLast(({ frame }) => frame.construct.name === 'block')?.frame ?? this.#top.frame;",
  },
  {
    name: 'a comment in a section swallows what follows',
    file: 'syntax/html.ts',
    find: 'if (end >= cutting.next(COMMENT, at + 4)) return;',
    replace:
      'cutting.frames.closable.htmlEnd = end;\n  if (end >= cutting.next(COMMENT, at + 4)) return;',
  },
  {
    name: 'a nested fault breaks what surrounds it',
    file: STACK,
    find: '  report(rule: string, message: string, offset: number): void {',
    replace:
      '  report(rule: string, message: string, offset: number): void {\n    this.#body.isAllHidden = true;',
  },
  {
    name: 'an error that quotes',
    file: STACK,
    find: '  report(rule: string, message: string, offset: number): void {',
    replace:
      '  report(rule: string, message: string, offset: number): void {\n    throw new Error(JSON.stringify(this.#pieces.of(this.target)));',
  },
  {
    name: 'controls are not taken out before cutting',
    file: 'text/sanitize.ts',
    find: 'if (!SUSPECT.test(text)) return text;',
    replace: 'return text;',
  },
  // slips of the keyboard, and what is gated shaping what is not
  {
    name: 'bars that pair over paragraphs',
    file: 'syntax/bars.ts',
    find: 'const first = frame.paragraph?.firstBar ?? frame.start;',
    replace:
      'frame.end = Number.POSITIVE_INFINITY; if (frame.start >= 0) return;\n  const first = frame.start;',
  },
  {
    name: 'stray attributes that hide their block alone',
    file: 'syntax/stray-attributes.ts',
    find: '  hide(meant, cutting);',
    replace: '  frames.hideRest(start, at);',
  },
  {
    name: 'an end within a tag',
    file: 'syntax/arrows.ts',
    find: "if (marker === '!<' && TAG.test(text.slice(end - 1, end + MAX_TAG))) return;",
    replace: '',
  },
  {
    name: 'the title of a spoiler that is not closed',
    file: 'gated/pieces.ts',
    find: "const titleLabel = isClosed && !ownLabel ? publicLabel(title?.text ?? '') : undefined;",
    replace: "const titleLabel = publicLabel(title?.text ?? '');",
  },
  {
    name: 'words behind a colon as a title',
    file: 'syntax/tag.ts',
    find: 'const title = /^\\s*=',
    replace: 'const title = /^\\s*[=:]',
  },
  {
    name: 'an end without a beginning that closes what is around it for good',
    file: 'syntax/cutting.ts',
    find: '  frames.target.isAllHidden = true;',
    replace: '  frames.target.isBroken = true;',
  },
  {
    name: 'nesting beyond the limit that hides what follows',
    file: STACK,
    find: '    deepest.isAllHidden = true;',
    replace: '    deepest.isAllHidden = true;\n    this.position = this.#length;',
  },
  {
    name: 'an address that a heading belongs to',
    file: 'syntax/html.ts',
    find: '    if (depth === 0) return end;',
    replace: '',
  },
  {
    name: 'an end in a comment',
    file: 'syntax/html.ts',
    find: '  cutting.frames.push({ construct: OPAQUE, start: at, end: end + 3 });',
    replace: '',
  },
  {
    name: 'comments in JSON',
    file: 'veil/shown-markdown.ts',
    find: 'const withoutComments = outsideCode(text, (part) =>',
    replace: 'const withoutComments = text || outsideCode(text, (part) =>',
  },
  {
    name: 'full-width signs as text',
    file: 'syntax/look-alike.ts',
    find: 'return body.replace(WIDE,',
    replace: 'return body.replace(/(?!)/g,',
  },
  {
    name: 'a mistyped name as text',
    file: 'syntax/look-alike.ts',
    find: 'if (Math.abs(a.length - b.length) > 1) return false;',
    replace: 'return false;',
  },
  {
    name: 'a note of more than what is hidden',
    file: VEIL,
    find: '    const gate = isFaulty ? null',
    replace: '    if (isFaulty) this.#isFaulty = true;\n    const gate = isFaulty ? null',
  },
  {
    name: 'what is new, counted behind closed gates too',
    file: 'app/reading-news.ts',
    find: 'return openedSince(before, views.view(show, recap, reader));',
    replace: `const last = views.view(show, recap, { ...reader, place: show.order.last });
  return { ...openedSince(before, last), passages: last.openings.length };`,
  },
  {
    name: 'a link behind a curtain that Tab reaches',
    file: VEIL,
    find: '      this.#close(spoiler, gate, key);\n    }\n  }',
    replace: `      this.#close(spoiler, gate, key);
      const links = ${HIDDEN}.match(/https?:[^\\s)\\]|]+/g) ?? [];
      for (const link of links) this.#write(\`[\\u200a](\${link})\`);
    }
  }`,
  },
  {
    name: 'the space between neighbors that are one curtain',
    file: 'veil/join-curtains.ts',
    find: '      if (/\\n[ \\t>]*\\n/.test(between)) gap = between;',
    replace: '      parts.push(between);',
  },
];
