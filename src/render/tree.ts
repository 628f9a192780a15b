import type { Token } from 'markdown-it';

/** A block token and what stands in it. */
export interface Block {
  readonly token: Token;
  readonly children: readonly Block[];
}

/** markdown-it's flat list of block tokens as a tree, in which closing tokens do not appear. */
export function tree(tokens: readonly Token[]): Block[] {
  const root: Block[] = [];
  const path = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      if (path.length > 1) path.pop();
      continue;
    }
    const children: Block[] = [];
    path.at(-1)?.push({ token, children });
    if (token.nesting > 0) path.push(children);
  }
  return root;
}
