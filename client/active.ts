import {commands, type Disposable, EventEmitter, languages, type TextDocument, type TextEditor, window} from 'vscode';
import {type DocumentReport, type ReportParams, reportRequest} from '../server/protocol.ts';
import {documentSelector, type LanguageServer} from './client.ts';
import {latest} from './latest.ts';

export interface Postmortem {
  readonly document: TextDocument;
  /** What the server knows of the document at its present version. */
  readonly report: DocumentReport;
}

/** The postmortem in the active editor, as of its present version. What views show and commands work on. */
export class ActivePostmortem implements Disposable {
  private readonly changed = new EventEmitter<Postmortem | undefined>();
  readonly onDidChange = this.changed.event;
  private current: Postmortem | undefined;
  private readonly ask: () => void;
  private readonly subscriptions: Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.ask = latest(signal => this.read(signal));
    this.subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.follow()),
      window.onDidChangeVisibleTextEditors(() => this.follow()),
      server.onDidChangeDocument(document => {
        if (!document || document === this.editor?.document) this.ask();
      }),
      server.onDidChangeHealth(health => {
        if (health === 'stopped') this.show(undefined);
      }),
    ];
    this.follow();
  }

  get postmortem(): Postmortem | undefined {
    return this.current;
  }

  /**
   * The editor whose document counts. It is the active one, and stays so while something without a text of its own (a preview,
   * the timeline's picture) or an output has the focus.
   */
  get editor(): TextEditor | undefined {
    const active = window.activeTextEditor;
    if (active?.viewColumn !== undefined) return active;
    return window.visibleTextEditors.find(({document}) => document === this.current?.document);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }

  private follow(): void {
    const document = this.editor?.document;
    if (document && document === this.current?.document) return;
    this.show(undefined);
    if (document) this.ask();
  }

  private async read(signal: AbortSignal): Promise<void> {
    const document = this.editor?.document;
    if (!document || !languages.match(documentSelector(), document)) return this.show(undefined);
    const params: ReportParams = {uri: this.server.uriOf(document)};
    const report = await this.server.request<DocumentReport | null>(reportRequest, params, signal);
    if (signal.aborted || document !== this.editor?.document) return;
    if (!report) return this.show(undefined);
    if (report.version === document.version) this.show({document, report});
  }

  private show(postmortem: Postmortem | undefined): void {
    if (!postmortem && !this.current) return;
    if (!postmortem !== !this.current) void commands.executeCommand('setContext', 'postmortem.active', !!postmortem);
    this.current = postmortem;
    this.changed.fire(postmortem);
  }
}
