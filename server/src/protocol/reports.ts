import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analyser, type Analysis, NOTHING_TO_READ } from '../analysis.ts';
import type { Finding } from '../finding.ts';
import { toDiagnostic } from './diagnostic.ts';
import type { DocumentSettings } from './settings.ts';

/** What is known about one version of one document. */
export interface Report {
  /** Version of the document that the findings' offsets belong to. */
  readonly version: number;
  /** Names this report; no two reports of a server's life share one. */
  readonly resultId: string;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
  readonly diagnostics: Diagnostic[];
}

/** Reports on open documents, at most one analysis per version and settings. */
export interface Reports {
  /**
   * The report on the document as it stands. If the analysis fails, the failure is logged and the last good report
   * is returned: its `version` is then older than the document's.
   * @param settings what the writer decided for this document
   */
  of(document: TextDocument, settings: Pick<DocumentSettings, 'preferences'>): Report;
  /** The form that the writer chose for a document; undefined: it is recognised from the text. */
  setForm(uri: string, form: string | undefined): void;
  /** Calls back when a document is to be read again though its text is the same. */
  onDidChange(listener: () => void): void;
  /** Drops what is kept about a closed document. */
  forget(uri: string): void;
}

/**
 * @param analyser the core
 * @param rulePages address under which rules have pages, or null
 * @param logFailure told once for each version whose analysis failed
 */
export function createReports(
  analyser: Analyser,
  rulePages: string | null,
  logFailure: (message: string) => void,
): Reports {
  const kept = new Map<string, { readonly seen: string; readonly report: Report }>();
  const chosen = new Map<string, string>();
  const listeners: (() => void)[] = [];
  let made = 0;

  function make(document: TextDocument, preferences: boolean): Report {
    const { version } = document;
    const form = chosen.get(document.uri);
    const analysis = analyser.analyse({
      text: document.getText(),
      kind: 'review',
      preferences,
      ...(form !== undefined && { form }),
    });
    const { findings } = analysis;
    const diagnostics = findings.map((finding) => toDiagnostic(finding, document, rulePages));
    return { version, resultId: String(++made), analysis, findings, diagnostics };
  }

  return {
    of(document, { preferences }) {
      const seen = `${document.version} ${preferences} ${chosen.get(document.uri) ?? ''}`;
      const last = kept.get(document.uri);
      if (last?.seen === seen) return last.report;
      let report: Report;
      try {
        report = make(document, preferences);
      } catch (error) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        logFailure(`The analysis of ${document.uri} failed, earlier findings stay: ${reason}`);
        report = last?.report ?? {
          version: -1,
          resultId: String(++made),
          analysis: NOTHING_TO_READ,
          findings: [],
          diagnostics: [],
        };
      }
      kept.set(document.uri, { seen, report });
      return report;
    },
    setForm(uri, form) {
      if (form === undefined) chosen.delete(uri);
      else chosen.set(uri, form);
      for (const listener of listeners) listener();
    },
    onDidChange: (listener) => void listeners.push(listener),
    forget(uri) {
      kept.delete(uri);
      chosen.delete(uri);
    },
  };
}
