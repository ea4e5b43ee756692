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
  let panel: WebviewPanel | undefined;
  let shown: TextDocument | undefined;

  const draw = latest(async signal => {
    const document = active.postmortem?.document ?? shown;
    if (!panel || !document) return;
    const params: TimelinePictureParams = {uri: server.uriOf(document)};
    const picture = await server.request<TimelinePicture | null>(timelinePictureRequest, params, signal);
    if (signal.aborted || (picture && picture.version !== document.version)) return;
    shown = document;
    panel.title = picture?.title ?? l10n.t('Timeline');
    const message: PictureMessage = {svg: picture?.svg ?? null};
    await panel.webview.postMessage(message);
  });

  async function open(line: number): Promise<void> {
    if (!shown) return;
    const viewColumn = window.visibleTextEditors.find(({document}) => document === shown)?.viewColumn;
    const editor = await window.showTextDocument(shown, {viewColumn: viewColumn ?? ViewColumn.One});
    const range = shown.validateRange(new Range(line, 0, line, 0));
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  function show(): void {
    if (panel) {
      panel.reveal(undefined, true);
      return;
    }
    panel = createPanel();
    panel.onDidDispose(() => {
      panel = undefined;
    });
    panel.webview.onDidReceiveMessage(async message => {
      const said = readPageMessage(message);
      if (said?.type === 'ready') draw();
      if (said?.type === 'open') await open(said.line);
    });
  }

  const listeners = [commands.registerCommand('postmortem.showTimeline', show), active.onDidChange(draw)];
  return {
    dispose() {
      for (const listener of listeners) listener.dispose();
      panel?.dispose();
    },
  };
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
