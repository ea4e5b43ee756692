import {commands, type Disposable, l10n, window} from 'vscode';
import {type ChangeTemplateParams, changeTemplateRequest, type DocumentEdits} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import {applyDocumentEdits, isReadOnly} from '../edits.ts';
import {plainText} from '../texts.ts';
import {pickTemplate} from './new-postmortem.ts';
import {sayWhyNot} from './timeline.ts';

/** "Change Template…": brings the active postmortem into the shape of another template, every word kept. */
export function changeTemplate(server: LanguageServer, active: ActivePostmortem): Disposable {
  return commands.registerCommand('postmortem.changeTemplate', async () => {
    if (!active.postmortem) return;
    const {document, report} = active.postmortem;
    if (isReadOnly(document)) return;
    const template = await pickTemplate(server, document.uri, l10n.t('Change Template'), report.template.id);
    if (!template) return;
    const params: ChangeTemplateParams = {uri: server.uriOf(document), template: template.id};
    const answer = await server.request<DocumentEdits | null>(changeTemplateRequest, params);
    if (!answer) {
      void window.showWarningMessage(l10n.t('The template cannot be changed without losing text.'));
    } else if (answer.reason) {
      sayWhyNot(answer.reason);
    } else if (answer.edits.length === 0) {
      const name = plainText(template.name);
      void window.showInformationMessage(l10n.t('The document has the shape of {0} already.', name));
    } else {
      await applyDocumentEdits(document, answer);
    }
  });
}
