import { PassThrough, type Readable, type Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Host } from '../../src/app/host.ts';
import { serve } from '../../src/lsp/serve.ts';
import { Configuration } from '../../src/store/config/configuration.ts';

/** An editor with a language server. */
export interface Editor {
  open(path: string, text: string): void;
  /** Replaces the text from one position to another, as typing does. */
  type(path: string, from: Position, to: Position, text: string): void;
  close(path: string): void;
  /** The next diagnostics of a file. */
  diagnosed(path: string): Promise<readonly Diagnostic[]>;
  complete(path: string, position: Position): Promise<readonly CompletionItem[]>;
  hover(path: string, position: Position): Promise<string | null>;
  actions(
    path: string,
    diagnostics: readonly Diagnostic[],
    only?: readonly string[],
  ): Promise<readonly CodeAction[]>;
  end(): void;
}

/** An editor whose server speaks over these streams. */
export async function editorOn(
  fromServer: Readable,
  toServer: Writable,
  clientInfo = { name: 'Neovim' },
): Promise<Editor> {
  const connection = createProtocolConnection(
    new StreamMessageReader(fromServer),
    new StreamMessageWriter(toServer),
  );
  const waiting = new Map<string, ((found: readonly Diagnostic[]) => void)[]>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => {
      for (const tell of waiting.get(uri) ?? []) tell(diagnostics);
      waiting.delete(uri);
    },
  );
  connection.listen();
  const about = { processId: null, rootUri: null, capabilities: {}, clientInfo };
  await connection.sendRequest('initialize', about);
  await connection.sendNotification('initialized', {});
  const uriOf = (path: string) => pathToFileURL(path).href;
  let version = 1;
  const notify = (method: string, params: object) =>
    void connection.sendNotification(`textDocument/${method}`, params);
  return {
    open(path, text) {
      const document = { uri: uriOf(path), languageId: 'markdown', version: version++, text };
      notify('didOpen', { textDocument: document });
    },
    type(path, start, end, text) {
      const textDocument = { uri: uriOf(path), version: version++ };
      notify('didChange', { textDocument, contentChanges: [{ range: { start, end }, text }] });
    },
    close(path) {
      notify('didClose', { textDocument: { uri: uriOf(path) } });
    },
    diagnosed(path) {
      return new Promise((resolve) => {
        const uri = uriOf(path);
        waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]);
      });
    },
    async complete(path, position) {
      const params = { textDocument: { uri: uriOf(path) }, position };
      return (
        (await connection.sendRequest<CompletionItem[] | null>(
          'textDocument/completion',
          params,
        )) ?? []
      );
    },
    async hover(path, position) {
      const params = { textDocument: { uri: uriOf(path) }, position };
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', params);
      const contents = hover?.contents;
      return typeof contents === 'object' && 'value' in contents ? contents.value : null;
    },
    async actions(path, diagnostics, only) {
      const start = diagnostics[0]?.range.start ?? { line: 0, character: 0 };
      const params = {
        textDocument: { uri: uriOf(path) },
        range: { start, end: start },
        context: { diagnostics, ...(only && { only }) },
      };
      return (
        (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? []
      );
    },
    end() {
      connection.dispose();
      toServer.end();
    },
  };
}

/** An editor whose server runs in this process, on a machine whose user has this home. */
export async function editorAt(home: string, name?: string): Promise<Editor> {
  const surroundings = { env: { HOME: home }, platform: process.platform, home: () => home };
  const config = new Configuration(surroundings);
  await config.load();
  const host: Host = { ...surroundings, device: () => 'test', now: () => new Date(), config };
  const [toServer, fromServer] = [new PassThrough(), new PassThrough()];
  void serve(host, undefined, toServer, fromServer);
  return editorOn(fromServer, toServer, name === undefined ? undefined : { name });
}
