import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { FAILED, NO_SUCH_PAGE, NO_SUCH_RECAP, NO_SUCH_SHOW } from '../../src/mcp/refusal.ts';
import { serve } from '../../src/mcp/serve.ts';
import { createServer } from '../../src/mcp/server.ts';
import { TOOLS } from '../../src/mcp/tools.ts';
import { hostAt } from '../support/host.ts';
import { runHere } from '../support/in-process.ts';
import { answersOf, call, converse, homeWith, OPENING } from './conversation.ts';

const SHOW =
  'title: Harbor Lights\nepisodes: [{ code: S01E01, title: Low Tide }, { code: S01E02, title: Fog }]';

let folder: string;

beforeEach(() => {
  folder = homeWith({
    'harbor-lights/show.md': `---\n${SHOW}\n---\nA harbor.`,
    'harbor-lights/s01e01.md': '---\nepisode: S01E01\n---\nThe boat SANK.',
    'harbor-lights/s01e02.md': '---\nepisode: S01E02\n---\nIt came BACK.',
    'harbor-lights/long.md': `---\ntitle: Long\n---\n${'A paragraph of the harbor.\n\n'.repeat(2000)}`,
  });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** The official client, talking to a server for this home. */
async function client(): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createServer(await hostAt(folder), {}).connect(theirs);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(ours);
  return client;
}

async function answerTo(name: string, args: Record<string, unknown> = {}) {
  return (await client()).callTool({ name, arguments: args });
}

describe('the tools', () => {
  test('only read, and say so', async () => {
    const { tools } = await (await client()).listTools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    for (const { annotations } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    }
  });

  test('take no place and no profile', () => {
    for (const { input } of TOOLS) {
      const names = Object.keys(input.shape);
      expect(names.filter((name) => /watched|place|profile|with|peek|titles/i.test(name))).toEqual(
        [],
      );
    }
  });

  test('answer from what the viewer may see, and say how the rest opens', async () => {
    const { structuredContent } = await answerTo('read_recap', { show: 'harbor', recap: 's1e1' });
    expect(structuredContent).toMatchObject({
      markdown: '[The recap: hidden until S01E01]',
      hidden: [
        {
          opensAfter: 'S01E01',
          say: 'This opens after S01E01. Ask the viewer to confirm in recap that they have watched it: `recap watched harbor-lights S01E01`.',
        },
      ],
    });
  });

  test('read the place at every call', async () => {
    const asking = await client();
    const read = async () => {
      const { structuredContent } = await asking.callTool({
        name: 'read_recap',
        arguments: { show: 'harbor', recap: 'S01E01' },
      });
      return JSON.stringify(structuredContent);
    };
    expect(await read()).not.toContain('SANK');
    await runHere(folder, ['watched', 'harbor', 'S01E01']);
    expect(await read()).toContain('The boat SANK.');
    await runHere(folder, ['watched', 'harbor', '--none']);
    expect(await read()).not.toContain('SANK');
  });

  test('page long answers without losing a character', async () => {
    const asking = await client();
    let text = '';
    let pages = 0;
    for (let page: unknown = 1; page !== null; pages++) {
      const { structuredContent } = await asking.callTool({
        name: 'read_recap',
        arguments: { show: 'harbor', recap: 'long', page },
      });
      const answer = new Map(Object.entries(structuredContent ?? {}));
      text += answer.get('markdown');
      page = answer.get('nextPage');
    }
    expect(pages).toBeGreaterThan(2);
    expect(text.trim()).toBe('A paragraph of the harbor.\n\n'.repeat(2000).trim());
  });

  test.each([
    ['read_recap', { show: 'nowhere', recap: 'S01E01' }, NO_SUCH_SHOW],
    ['read_recap', { show: 'harbor', recap: 'nothing' }, NO_SUCH_RECAP],
    ['read_recap', { show: 'harbor', recap: 'S09E09' }, NO_SUCH_RECAP],
    ['read_recap', { show: 'harbor', recap: 'S01E01', page: 9 }, NO_SUCH_PAGE],
    ['list_recaps', { show: '' }, NO_SUCH_SHOW],
    ['story_so_far', { show: 'harbor', page: 3 }, NO_SUCH_PAGE],
  ])('%s of %j is refused in a fixed sentence', async (name, args, sentence) => {
    expect(await answerTo(name, args)).toMatchObject({
      isError: true,
      content: [{ type: 'text', text: sentence }],
    });
  });

  test('say nothing of a recap that cannot be read but that it failed', async () => {
    appendFileSync(
      join(folder, '.local/share/recap/recaps/harbor-lights/s01e01.md'),
      '\xff\xfe SANK',
      'latin1',
    );
    expect(await answerTo('read_recap', { show: 'harbor', recap: 'S01E01' })).toMatchObject({
      isError: true,
      content: [{ type: 'text', text: FAILED }],
    });
  });
});

test('a recap is a resource with the same gates, and slugs are completed', async () => {
  const asking = await client();
  const { contents } = await asking.readResource({ uri: 'recap://harbor-lights/s01e02' });
  expect(contents).toEqual([
    {
      uri: 'recap://harbor-lights/s01e02',
      mimeType: 'text/markdown',
      text: '# S01E02\n\n[The recap: hidden until S01E02]',
    },
  ]);
  const { completion } = await asking.complete({
    ref: { type: 'ref/resource', uri: 'recap://{show}/{recap}' },
    argument: { name: 'recap', value: 's01' },
    context: { arguments: { show: 'harbor-lights' } },
  });
  expect(completion.values).toEqual(['s01e01', 's01e02']);
});

test('answers come in the order of the questions, however long each takes', async () => {
  const questions = [1, 2, 3, 4, 5, 6].map((id) =>
    id % 2 === 1 ? call(id, 'search', { words: 'harbor' }) : { id, method: 'ping' },
  );
  const said = await converse(folder, [...OPENING, ...questions], 7);
  expect([...answersOf(said).keys()]).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a request that is cancelled holds up none of the others', async () => {
  const said = await converse(
    folder,
    [
      ...OPENING,
      call(1, 'search', { words: 'harbor' }),
      { method: 'notifications/cancelled', params: { requestId: 1 } },
      { id: 2, method: 'ping' },
    ],
    2,
  );
  expect(answersOf(said).get(2)).toEqual({});
});

test('what is no message gets no answer, and the next one does', async () => {
  const said = await converse(
    folder,
    [...OPENING, '{"half', '[]', 'x'.repeat(100_000), { id: 2, method: 'ping' }],
    2,
  );
  expect(answersOf(said).get(2)).toEqual({});
});

test('a message of 50 MB ends the connection, and says nothing', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  let said = '';
  output.on('data', (chunk) => {
    said += chunk;
  });
  let errors = 0;
  const served = serve(await hostAt(folder), {}, input, output, () => errors++);
  for (let sent = 0; sent < 50; sent++) input.write('x'.repeat(2 ** 20));
  input.end('\n');
  await served;
  expect(said).toBe('');
  expect(errors).toBeGreaterThan(0);
});
