import type { Writable } from 'node:stream';
import {
  CodeActionKind,
  createConnection,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../app/host.ts';
import { codeActions } from './code-actions.ts';
import { completions } from './completions.ts';
import { Debounced } from './debounced.ts';
import { diagnosticsByFile } from './diagnostics.ts';
import { hoverAt } from './hover.ts';
import type { OpenShow } from './open-show.ts';
import { Workspace } from './workspace.ts';

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  completionProvider: { triggerCharacters: ['=', '{', ':', ' '] },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
};

/**
 * Serves one editor over two streams, until it closes its end. Nothing is written to files: the editor holds the
 * texts, and sends them again to a server that was restarted. The connection ends the process on `exit`, or when the editor's
 * process is gone.
 *
 * @param library the folders of `--library`
 */
export async function serve(
  host: Host,
  library: readonly string[] | undefined,
  input: NodeJS.ReadableStream,
  output: Writable,
): Promise<void> {
  const connection = createConnection(
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(host, library, () => documents.all());
  const pending = new Map<string, Debounced>();

  // an editor that has gone receives nothing
  const send = (found: PublishDiagnosticsParams): void => {
    connection.sendDiagnostics(found).catch(() => {});
  };
  /** Checks the show of a document soon. */
  const checkSoon = (uri: string): void => {
    const show = workspace.showOf(uri);
    if (!show) return;
    const check =
      pending.get(show.folder) ??
      new Debounced(() => {
        for (const { uri, diagnostics } of diagnosticsByFile(show, documents)) {
          send({ uri, diagnostics });
        }
      }, failed);
    pending.set(show.folder, check);
    check.soon();
  };
  /** A bug must neither end the server nor quote a text. */
  const failed = (): void => connection.console.error('recap lsp: an internal error occurred');
  const guarded = <Given, Answer>(answer: (given: Given) => Answer) => {
    return (given: Given): Answer | null => {
      try {
        return answer(given);
      } catch {
        failed();
        return null;
      }
    };
  };

  /** The answer about a document that is open and belongs to a show; `null` for any other. */
  const inShow = <Answer>(
    uri: string,
    answer: (document: TextDocument, show: OpenShow) => Answer,
  ): Answer | null => {
    const [document, show] = [documents.get(uri), workspace.showOf(uri)];
    return document && show ? answer(document, show) : null;
  };

  let isVsCode = false;
  connection.onInitialize(({ clientInfo }) => {
    isVsCode = /\bcode\b|codium|cursor/i.test(clientInfo?.name ?? '');
    return { serverInfo: { name: 'recap' }, capabilities };
  });
  connection.onCompletion(
    guarded(({ textDocument, position }) =>
      inShow(textDocument.uri, (document, show) => completions(document, position, show, isVsCode)),
    ),
  );
  connection.onHover(
    guarded(({ textDocument, position }) =>
      inShow(textDocument.uri, (document, show) => hoverAt(document, position, show)),
    ),
  );
  connection.onCodeAction(
    guarded(({ textDocument, context }) =>
      inShow(textDocument.uri, (document) => codeActions(document, context)),
    ),
  );
  documents.onDidChangeContent(({ document }) => checkSoon(document.uri));
  documents.onDidSave(({ document }) => {
    workspace.forgetFiles();
    checkSoon(document.uri);
  });
  documents.onDidClose(({ document }) => {
    workspace.forgetFiles();
    send({ uri: document.uri, diagnostics: [] });
    checkSoon(document.uri);
  });
  documents.listen(connection);
  connection.listen();
  await new Promise<void>((resolve) => {
    input.once('end', resolve);
    input.once('close', resolve);
    output.once('error', () => resolve());
  });
  for (const check of pending.values()) check.cancel();
  connection.dispose();
}
