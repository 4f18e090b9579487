import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ExtensionApi, startExtension } from './extension.ts';
import { productName, section } from './names.ts';

let stop: (() => Promise<void>) | undefined;

/** Entry of the extension in Node's extension host: the server is a process, spoken to over IPC. */
export function activate(context: ExtensionContext): ExtensionApi {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const transport = TransportKind.ipc;
  const extension = startExtension(
    context,
    (options) =>
      new LanguageClient(
        section,
        productName,
        {
          run: { module, transport },
          debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      ),
  );
  stop = extension.stop;
  return extension.api;
}

/** Called when VS Code closes: the server ends with it. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
