import {
  commands,
  type Disposable,
  env,
  l10n,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import {type TimelinePicture, type TimelinePictureParams, timelinePictureRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {latest} from '../latest.ts';
import {type PictureMessage, readPageMessage, timelinePage} from './timeline-page.ts';

/** "Show Timeline": the timeline of the active postmortem drawn to scale, beside the text, following its edits. */
export function contributeTimelineView(server: LanguageServer, active: ActivePostmortem): Disposable {
  const view = new TimelineView(server, active);
  const listeners = [
    commands.registerCommand('postmortem.showTimeline', () => view.show()),
    active.onDidChange(view.draw),
  ];
  return {
    dispose() {
      for (const disposable of [...listeners, view]) disposable.dispose();
    },
  };
}

class TimelineView implements Disposable {
  /** Draws anew, if there is a panel to draw in. */
  readonly draw = latest(signal => this.drawOnce(signal));
  private panel: WebviewPanel | undefined;
  /** What the picture was drawn of: it stays while something that is no postmortem is active. */
  private shown: TextDocument | undefined;

  constructor(
    private readonly server: LanguageServer,
    private readonly active: ActivePostmortem,
  ) {}

  show(): void {
    if (this.panel) {
      this.panel.reveal(undefined, true);
      return;
    }
    this.panel = createPanel();
    this.panel.onDidDispose(() => {
      this.panel = undefined;
    });
    this.panel.webview.onDidReceiveMessage(async message => {
      const said = readPageMessage(message);
      if (said?.type === 'ready') this.draw();
      if (said?.type === 'open') await this.open(said.line);
    });
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private async drawOnce(signal: AbortSignal): Promise<void> {
    const document = this.active.postmortem?.document ?? this.shown;
    if (!this.panel || !document) return;
    const params: TimelinePictureParams = {uri: this.server.uriOf(document)};
    const picture = await this.server.request<TimelinePicture | null>(timelinePictureRequest, params, signal);
    if (!this.panel || signal.aborted || (picture && picture.version !== document.version)) return;
    this.shown = document;
    this.panel.title = picture?.title ?? l10n.t('Timeline');
    const message: PictureMessage = {svg: picture?.svg ?? null};
    await this.panel.webview.postMessage(message);
  }

  private async open(line: number): Promise<void> {
    if (!this.shown) return;
    const viewColumn = window.visibleTextEditors.find(({document}) => document === this.shown)?.viewColumn;
    const editor = await window.showTextDocument(this.shown, {viewColumn: viewColumn ?? ViewColumn.One});
    const range = this.shown.validateRange(new Range(line, 0, line, 0));
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function createPanel(): WebviewPanel {
  const title = l10n.t('Timeline');
  const place = {viewColumn: ViewColumn.Beside, preserveFocus: true};
  const panel = window.createWebviewPanel('postmortem.timeline', title, place, {
    enableScripts: true,
    localResourceRoots: [],
  });
  const empty = l10n.t('The timeline of this document has fewer than two entries with a time.');
  panel.webview.html = timelinePage({language: env.language, title, empty}, randomNonce());
  return panel;
}

function randomNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
