import { type InitializeParams, MarkupKind } from 'vscode-languageserver';

/** What the client can do, and what it asked for, as far as this server cares. */
export interface ClientFeatures {
  /** Asks for diagnostics itself; otherwise they are pushed. */
  readonly pullsDiagnostics: boolean;
  /** Can be told to ask again, e.g. after a change of settings. */
  readonly refreshesDiagnostics: boolean;
  /** Answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  /** Wants to be told that we listen to configuration changes. */
  readonly registersConfiguration: boolean;
  /** Accepts versioned edits. */
  readonly versionedEdits: boolean;
  /** Accepts snippet edits (tab stops) inside workspace edits. */
  readonly snippetEdits: boolean;
  readonly markdownHover: boolean;
  /** Address under which each rule has a page `<code>.md`; null when the client gave none. */
  readonly rulePages: string | null;
}

/** Reads the client's abilities from its `initialize` request. */
export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { workspace, textDocument } = params.capabilities;
  const options: unknown = params.initializationOptions;
  const rulePages =
    typeof options === 'object' && options !== null && 'rulePages' in options ? options.rulePages : null;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    // A snippet edit can only travel in `documentChanges`.
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.snippetEditSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    rulePages: typeof rulePages === 'string' && rulePages !== '' ? rulePages.replace(/\/?$/, '/') : null,
  };
}
