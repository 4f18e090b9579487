import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Rulebook } from '../rulebook/rulebook.ts';

import type { ClientFeatures } from './clientFeatures.ts';
import type { Reports } from './reports.ts';
import type { Settings } from './settings.ts';

/** What hovers, rule pages and completion quote of the rulebook. */
export type ServedRulebook = Pick<Rulebook, 'rules' | 'sources' | 'forms' | 'phrases'>;

/** What every feature of the server works with, from `initialize` to `exit`. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  /** Documents the client has open. */
  readonly documents: TextDocuments<TextDocument>;
  readonly reports: Reports;
  readonly settings: Settings;
  readonly rulebook: ServedRulebook;
}
