import {type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, Uri} from 'vscode';
import type {ActivePostmortem, Postmortem} from '../active.ts';
import {documentSelector, type LanguageServer} from '../client.ts';
import {type StatusTexts, statusTexts} from './status-text.ts';

/** In the braces of the status bar: the template and why, trouble with configuration, a server that is not there. */
export function contributeStatus(server: LanguageServer, active: ActivePostmortem): Disposable {
  let shown: LanguageStatusItem[] = [];
  let before = '';

  function update(): void {
    const stopped = server.health === 'stopped';
    const {template, problems, configurationFile} = active.postmortem?.report ?? {};
    const now = JSON.stringify([stopped, template, problems, configurationFile]);
    if (now === before) return;
    before = now;
    for (const item of shown) item.dispose();
    shown = stopped ? [stoppedItem()] : itemsOf(active.postmortem);
  }

  const listeners = [active.onDidChange(update), server.onDidChangeHealth(update)];
  return {
    dispose() {
      for (const disposable of [...shown, ...listeners]) disposable.dispose();
    },
  };
}

function itemsOf(postmortem: Postmortem | undefined): LanguageStatusItem[] {
  if (!postmortem) return [];
  const texts = statusTexts(postmortem.report, l10n.t);
  const items = [templateItem(texts)];
  return texts.problems === undefined ? items : [...items, problemsItem(texts.problems, texts.troubled)];
}

function templateItem({template, reason}: StatusTexts): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('postmortem.template', documentSelector());
  item.name = l10n.t('Postmortem Template');
  item.text = template;
  item.detail = reason;
  item.command = {command: 'postmortem.changeTemplate', title: l10n.t('Change')};
  return item;
}

/** @param file URI of the configuration file, if the trouble is in it: there it is marked */
function problemsItem(problems: string, file: string | undefined): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('postmortem.configuration', documentSelector());
  item.name = l10n.t('Postmortem Configuration');
  item.severity = LanguageStatusSeverity.Warning;
  item.text = l10n.t('Trouble with the configuration');
  item.detail = problems;
  item.command =
    file === undefined
      ? {command: 'workbench.action.openSettings', title: l10n.t('Open Settings'), arguments: ['postmortem']}
      : {command: 'vscode.open', title: l10n.t('Open Configuration'), arguments: [Uri.parse(file)]};
  return item;
}

function stoppedItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('postmortem.server', documentSelector());
  item.name = l10n.t('Postmortem Server');
  item.severity = LanguageStatusSeverity.Error;
  item.text = l10n.t('The Postmortem server is not running');
  item.command = {command: 'postmortem.restartServer', title: l10n.t('Restart Server')};
  return item;
}
