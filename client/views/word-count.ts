import {
  type Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type TextEditor,
  type TextEditorSelectionChangeEvent,
  ThemeColor,
  window,
} from 'vscode';
import {type WordsParams, wordsRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {latest} from '../latest.ts';
import {wordCountText} from './word-count-text.ts';

/** The words of the active postmortem, or of what is selected in it, on the right of the status bar. */
export function contributeWordCount(server: LanguageServer, active: ActivePostmortem): Disposable {
  const item = window.createStatusBarItem('words', StatusBarAlignment.Right, 110);
  item.name = l10n.t('Postmortem Words');
  item.command = 'postmortem.outline.focus';

  function show(selected?: number): void {
    if (!active.postmortem) {
      item.hide();
      return;
    }
    const {text, tooltip, accessibleLabel, outOfRange} = wordCountText(active.postmortem.report, selected, l10n.t);
    item.text = text;
    item.tooltip = new MarkdownString(tooltip);
    item.accessibilityInformation = {label: accessibleLabel};
    item.backgroundColor = outOfRange ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  }

  const update = latest(async signal => {
    const postmortem = active.postmortem;
    const ranges = postmortem && active.editor ? selectedRanges(active.editor) : [];
    if (!postmortem || ranges.length === 0) return show();
    const params: WordsParams = {uri: server.uriOf(postmortem.document), ranges};
    const selected = await server.request<number>(wordsRequest, params, signal);
    if (!signal.aborted && postmortem === active.postmortem) show(selected);
  });

  const onSelection = ({textEditor}: TextEditorSelectionChangeEvent) => {
    if (textEditor === active.editor) update();
  };
  const listeners = [active.onDidChange(update), window.onDidChangeTextEditorSelection(onSelection)];
  return {
    dispose() {
      for (const disposable of [item, ...listeners]) disposable.dispose();
    },
  };
}

function selectedRanges({selections}: TextEditor): WordsParams['ranges'] {
  return selections
    .filter(({isEmpty}) => !isEmpty)
    .map(({start, end}) => ({start: position(start), end: position(end)}));
}

function position({line, character}: {line: number; character: number}): {line: number; character: number} {
  return {line, character};
}
