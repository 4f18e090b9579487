import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/** Reads from a worker, and reports it as gone when its script fails: a worker, unlike a process, does not end. */
class WorkerReader extends BrowserMessageReader {
  crash(): void {
    this.fireClose();
  }
}

/**
 * Starts a server in a worker.
 * @param script address of the server's script
 * @returns the two ends of the connection, and how to end the worker
 */
export function startWorker(script: string): { transports: MessageTransports; terminate: () => void } {
  const worker = new Worker(script);
  const reader = new WorkerReader(worker);
  const writer = new BrowserMessageWriter(worker);
  worker.addEventListener('error', () => {
    worker.terminate();
    reader.crash();
  });
  return { transports: { reader, writer }, terminate: () => worker.terminate() };
}
