import { EventEmitter, type LogOutputChannel, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import { productName, rulePageBase } from './names.ts';
import { createRestartPolicy } from './restartPolicy.ts';
import { documentSelector } from './settings.ts';

/** Makes the client for one kind of host: a process on the desktop, a worker in the browser. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** Whether the language server is there to answer. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** The one language server of this window: starts it, starts it again after a crash, and tells its state. */
export class Session {
  private client: BaseLanguageClient | undefined;
  private starting: Promise<void> | undefined;
  private toldOfCrash = false;
  private readonly restarts = createRestartPolicy();
  private readonly stateChanged = new EventEmitter<ServerState>();

  /** Fires after `state` has changed. */
  readonly onDidChangeState = this.stateChanged.event;
  state: ServerState = 'stopped';

  constructor(
    private readonly createClient: ClientFactory,
    private readonly log: LogOutputChannel,
  ) {}

  /** Starts the server; once it runs or is starting, does nothing more. */
  start(): Promise<void> {
    this.starting ??= this.startClient();
    return this.starting;
  }

  /** Stops the server if it runs, and starts a fresh one with the settings of now. */
  async restart(): Promise<void> {
    this.restarts.reset();
    await this.stop();
    await this.start();
  }

  /** Stops the server. Never rejects: what goes wrong while stopping is logged. */
  async stop(): Promise<void> {
    const { client, starting } = this;
    this.forgetClient();
    await starting;
    await this.dispose(client);
  }

  /**
   * Asks the server.
   * @returns its answer, or undefined when it is not there or fails (which is logged)
   */
  async request<Answer>(method: string, params: unknown): Promise<Answer | undefined> {
    try {
      await this.start();
      return await this.client?.sendRequest<Answer>(method, params);
    } catch (error) {
      this.log.warn(`${method}: ${error}`);
      return undefined;
    }
  }

  private async startClient(): Promise<void> {
    const client = this.createClient({
      documentSelector: documentSelector(),
      outputChannel: this.log,
      initializationOptions: { rulePages: rulePageBase },
      diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
      errorHandler: {
        error: (error) => {
          this.log.error(`Connection to the language server: ${error.message}`);
          return { action: ErrorAction.Continue, handled: true };
        },
        closed: () => {
          this.crashed(client);
          // We start a new client instead: the library's own restart fails when a server dies while it starts.
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
      initializationFailedHandler: () => false,
    });
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (this.client === client) this.setState(serverState(newState));
    });
    this.setState('starting');
    try {
      await client.start();
    } catch (error) {
      this.log.error(`The language server could not be started: ${error}`);
      this.crashed(client);
    }
  }

  /** Called when a client's server has ended unasked, or did not start; more than once for the same client. */
  private crashed(client: BaseLanguageClient): void {
    if (client !== this.client) return;
    this.forgetClient();
    void this.dispose(client);
    if (this.restarts.crashed(Date.now())) {
      this.tellOfRestart();
      void this.start();
    } else {
      this.offerRestart();
    }
  }

  /** From here on, what happens to the client of before concerns nobody. */
  private forgetClient(): void {
    this.client = undefined;
    this.starting = undefined;
    this.setState('stopped');
  }

  private async dispose(client: BaseLanguageClient | undefined): Promise<void> {
    try {
      if (client?.isRunning()) await client.dispose();
    } catch (error) {
      this.log.warn(`The language server did not stop as asked: ${error}`);
    }
  }

  private tellOfRestart(): void {
    this.log.warn('The language server stopped unexpectedly and is being restarted.');
    if (this.toldOfCrash) return;
    this.toldOfCrash = true;
    void window.showInformationMessage(
      `The ${productName} language server stopped unexpectedly and is being restarted. Your text is untouched.`,
    );
  }

  private offerRestart(): void {
    this.log.error('The language server keeps stopping and has not been restarted.');
    const restart = 'Restart Language Server';
    const showLog = 'Show Log';
    void window
      .showErrorMessage(
        `The ${productName} language server keeps stopping and has not been restarted: nothing is being checked.`,
        restart,
        showLog,
      )
      .then((choice) => {
        if (choice === restart) return this.restart();
        if (choice === showLog) this.log.show();
        return undefined;
      });
  }

  private setState(state: ServerState): void {
    if (state === this.state) return;
    this.state = state;
    this.stateChanged.fire(state);
  }
}

function serverState(state: State): ServerState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}
