import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type ExtensionApi, startExtension } from './extension.ts';
import { productName, section } from './names.ts';
import { startWorker } from './workerTransport.ts';

let stop: (() => Promise<void>) | undefined;

/** Entry of the extension in the browser's extension host: the server is a worker. */
export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  let terminate: (() => void) | undefined;
  const extension = startExtension(
    context,
    (options) =>
      new LanguageClient(
        section,
        productName,
        async () => {
          terminate?.();
          const worker = startWorker(script);
          terminate = worker.terminate;
          return worker.transports;
        },
        options,
      ),
  );
  stop = async () => {
    await extension.stop();
    terminate?.();
  };
  return extension.api;
}

/** Called when VS Code closes: the worker ends with it. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
