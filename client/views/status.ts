import {type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages} from 'vscode';
import type {ActivePostmortem, Postmortem} from '../active.ts';
import {documentSelector, type LanguageServer} from '../client.ts';

/** In the braces of the status bar: the template and why, trouble with configuration, a server that is not there. */
export function contributeStatus(server: LanguageServer, active: ActivePostmortem): Disposable {
  let shown: LanguageStatusItem[] = [];
  let before = '';

  function update(): void {
    const stopped = server.health === 'stopped';
    const {template, problems} = active.postmortem?.report ?? {};
    const now = JSON.stringify([stopped, template, problems]);
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
  const {template, problems} = postmortem.report;
  const items = [templateItem(template.name, template.reason)];
  return problems.length > 0 ? [...items, problemsItem(problems)] : items;
}

function templateItem(name: string, reason: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('postmortem.template', documentSelector());
  item.name = l10n.t('Postmortem Template');
  item.text = l10n.t('Template: {0}', name);
  item.detail = reason;
  item.command = {command: 'postmortem.changeTemplate', title: l10n.t('Change')};
  return item;
}

function problemsItem(problems: readonly string[]): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('postmortem.configuration', documentSelector());
  item.name = l10n.t('Postmortem Configuration');
  item.severity = LanguageStatusSeverity.Warning;
  item.text = l10n.t('Trouble with the configuration');
  item.detail = problems.join(' ');
  item.command = {command: 'workbench.actions.view.problems', title: l10n.t('Show Problems')};
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
