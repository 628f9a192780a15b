/** Stands behind everything else in a body: what does not show it has been swallowed. */
export const TAIL = 'The tail is there.';

/** A body with a text in every place that Markdown and spoilers have for one, and spaces around it. */
export function bodyWith(text: string): string {
  return `${text}

# Heading ${text}

Underlined ${text}
======

- item ${text}

1. item ${text}

> quote ${text}

    indented ${text}

\`\`\`text ${text}
fenced ${text}
\`\`\`

Inline \`code ${text}\` and **strong ${text}** and [words ${text}](https://a.example/).

[target](<https://a.example/${text}>) and [titled](https://a.example/ "${text}") and <https://a.example/${text}>

![alt ${text}](picture.png) and ![image](<a/${text}>) and [defined][d] and <b title="${text}">html ${text}</b>

[d]: <https://a.example/${text}> "${text}"

A note.[^n]

[^n]: note ${text}

| head ${text} | b |
| --- | --- |
| cell ${text} | c |

<div> ${text} </div>

:::spoiler{after=S01E05 label="label ${text}"}
gated
:::

Words :spoiler[gated]{after=S01E05 label="words ${text}"} behind.

::: spoiler Title ${text}
gated
:::

[spoiler=tag ${text.replaceAll(']', '')}]gated[/spoiler]

<details><summary>summary ${text}</summary>
gated
</details>

# ${TAIL}
`;
}

/** Front matter keys that take a line of text, each for a file of its own. */
const KEYS = ['title', 'summary', 'author', 'source', 'tags', 'published', 'episode', 'after'];

/** Recaps with a text in their front matter, as it is and in YAML's escapes: file name to content. */
export function frontMatterWith(text: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const key of KEYS) {
    for (const [how, value] of [
      ['raw', `"${text}"`],
      ['escaped', escaped(text)],
    ] as const) {
      const line = `${key}: ${key === 'tags' ? `[${value}]` : value}`;
      const title = key === 'title' ? '' : 'title: T\n';
      files.set(`${key}-${how}.md`, `---\n${title}${line}\n---\nText.\n`);
    }
  }
  files.set('key.md', `---\ntitle: T\n${escaped(text)}: x\n---\nText.\n`);
  // some of the collection are a line of front matter
  files.set('line.md', `---\n${text}\n---\nText.\n`);
  return files;
}

/** A text in YAML's double quotes. */
export function escaped(text: string): string {
  const points = Array.from(text, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return /[ !#-[\]-~]/.test(character)
      ? character
      : `\\U${point.toString(16).padStart(8, '0').toUpperCase()}`;
  });
  return `"${points.join('')}"`;
}

/** A text as a file's name; `undefined` if no file can have it. */
export function fileNameWith(text: string): string | undefined {
  const isPossible = !/[/\0]/.test(text) && Buffer.byteLength(`A ${text}.md`) < 255;
  return isPossible && text.isWellFormed() ? `A${text}.md` : undefined;
}
