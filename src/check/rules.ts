import type { Severity } from './finding.ts';

/** A rule of the checker as docs/check.md lists it. */
interface Rule {
  readonly severity: Severity;
  /** What it finds. */
  readonly finds: string;
}

/**
 * All rules. An error hides more or less than the author meant, or keeps a file from being read; a warning is
 * worth a look. The rules `file/…`, `front-matter/…` and `spoiler/…` are those of the reader itself.
 */
export const RULES = {
  'file/encoding': { severity: 'error', finds: 'a file that is not UTF-8' },
  'file/kind': { severity: 'error', finds: 'something that is not a regular file' },
  'file/size': { severity: 'error', finds: 'a file of more than 16 MB' },
  'file/unreadable': { severity: 'error', finds: 'a file that cannot be read' },
  'file/name': {
    severity: 'warning',
    finds: 'a file whose name keeps it out of the library, here or on other systems',
  },
  'file/characters': {
    severity: 'warning',
    finds: 'control, invisible and direction-changing characters, which are removed',
  },
  'library/missing': { severity: 'error', finds: 'a missing folder' },
  'library/unreadable': { severity: 'error', finds: 'a folder that cannot be read' },
  'show/missing': { severity: 'warning', finds: 'a show without a `show.md`' },
  'show/unreadable': {
    severity: 'error',
    finds: 'a `show.md` that is not a regular file, so the show stays closed',
  },
  'show/other': {
    severity: 'warning',
    finds:
      'a folder that is ignored because one with higher precedence has another show under this name',
  },
  'show/no-recap': { severity: 'note', finds: 'listed episodes without a recap' },
  'show/name': {
    severity: 'warning',
    finds: 'a folder of Markdown files whose name the library ignores',
  },
  'show/no-episodes': { severity: 'warning', finds: 'a `show.md` that lists no episodes' },
  'front-matter/missing': { severity: 'error', finds: 'a file without front matter' },
  'front-matter/unclosed': { severity: 'error', finds: 'front matter without a closing `---`' },
  'front-matter/language': { severity: 'error', finds: 'front matter that is not YAML' },
  'front-matter/yaml': { severity: 'error', finds: 'YAML that cannot be read' },
  'front-matter/schema': { severity: 'error', finds: 'an invalid value' },
  'front-matter/lost-gate': {
    severity: 'error',
    finds: 'an unknown key that may have been meant as a gate',
  },
  'front-matter/key-case': { severity: 'error', finds: 'a known key in another case' },
  'front-matter/unknown-key': { severity: 'warning', finds: 'an unknown key' },
  'front-matter/yaml-trap': {
    severity: 'warning',
    finds:
      'text without quotes that other programs take for a number, a date, a time or nothing, or that a comment cuts short',
  },
  'episode/unknown': { severity: 'error', finds: 'an episode that the show does not list' },
  'episode/duplicate': { severity: 'error', finds: 'a second recap of the same episode' },
  'episode/file-name': { severity: 'warning', finds: 'a file named after another episode' },
  'recap/empty': { severity: 'warning', finds: 'a recap without text' },
  'recap/template': { severity: 'warning', finds: 'text of the template that `recap new` writes' },
  'gate/unknown': {
    severity: 'error',
    finds: 'a gate that never opens because the show has no such episode',
  },
  'gate/never': {
    severity: 'warning',
    finds: 'a spoiler without a gate in a show without a list, which can only be peeked at',
  },
  'gate/idle': {
    severity: 'warning',
    finds: 'a gate that opens no later than what surrounds it, and so hides nothing',
  },
  'spoiler/attributes': { severity: 'error', finds: 'attributes that cannot be read' },
  'spoiler/stray-attributes': { severity: 'error', finds: 'attributes that belong to no spoiler' },
  'spoiler/unknown-block': { severity: 'error', finds: 'a `:::` block that is not a spoiler' },
  'spoiler/words': { severity: 'error', finds: 'a `:spoiler` without brackets' },
  'spoiler/unclosed': { severity: 'error', finds: 'a spoiler that is not closed' },
  'spoiler/unclosed-fence': { severity: 'error', finds: 'code in a spoiler that is not closed' },
  'spoiler/stray-end': { severity: 'error', finds: 'a closing marker without an opener' },
  'spoiler/nesting': { severity: 'error', finds: 'spoilers nested more than 32 deep' },
  'spoiler/look-alike': {
    severity: 'error',
    finds: 'a mistyped spoiler, or one in the syntax of another program',
  },
  'spoiler/announced': {
    severity: 'warning',
    finds: 'a spoiler warning followed by public text',
  },
  'link/missing': { severity: 'warning', finds: 'a link or picture whose file does not exist' },
  'link/outside': { severity: 'warning', finds: 'a link or picture outside the show’s folder' },
  'leak/secret': { severity: 'error', finds: 'a declared secret before its episode' },
  'leak/text': {
    severity: 'warning',
    finds: 'a name or rare word in a text that opens before the episode that tells it',
  },
  'leak/label': { severity: 'warning', finds: 'the same in a spoiler’s label' },
  'leak/heading': { severity: 'warning', finds: 'the same in a heading' },
  'leak/alt': { severity: 'warning', finds: 'the same in the alt text of a picture' },
  'leak/title': { severity: 'warning', finds: 'the same in a title' },
  'leak/summary': { severity: 'warning', finds: 'the same in a summary' },
  'leak/tag': { severity: 'warning', finds: 'the same in a tag' },
  'leak/file-name': { severity: 'warning', finds: 'the same in a file name' },
  'leak/event': {
    severity: 'warning',
    finds:
      'a word for an event beside a name, where nothing unlocked by then tells of such an event',
  },
  'accepted/unused': {
    severity: 'warning',
    finds: 'an entry of `accepted` that no finding matches',
  },
  'people/early': {
    severity: 'warning',
    finds: 'the name of a person that can be read before their card in `people.md` opens',
  },
  'people/same-name': {
    severity: 'warning',
    finds: 'a second card in `people.md` for a name, which does not join the first',
  },
  'people/untold': {
    severity: 'warning',
    finds: 'a card in `people.md` that opens before anything else names the person',
  },
  'people/unmentioned': {
    severity: 'warning',
    finds: 'a card in `people.md` of a person whom no recap mentions',
  },
  'secret/unknown-episode': {
    severity: 'error',
    finds: 'a declared secret that never opens because the show has no such episode',
  },
  'secret/untold': {
    severity: 'warning',
    finds: 'a declared secret that no sentence contains, although its episode has a recap',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

const BY_NAME: ReadonlyMap<string, Rule> = new Map(Object.entries(RULES));

/** A rule that the table does not know is an error. */
export function severityOf(rule: string): Severity {
  return BY_NAME.get(rule)?.severity ?? 'error';
}
