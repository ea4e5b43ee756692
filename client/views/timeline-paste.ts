import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
} from 'vscode';
import {type DocumentEdits, type PasteTimelineParams, pasteTimelineRequest} from '../../server/protocol.ts';
import type {ActivePostmortem} from '../active.ts';
import {documentSelector, type LanguageServer} from '../client.ts';
import {hereAndNow} from '../commands/timeline.ts';
import {fromRange, toWorkspaceEdit} from '../edits.ts';

const kind = DocumentDropOrPasteEditKind.Empty.append('postmortem', 'timeline');
const textType = 'text/plain';

/** Offers to paste chat, log lines and mails into a timeline as entries of it. What was copied comes first: an offer, no more. */
export function contributeTimelinePaste(server: LanguageServer, active: ActivePostmortem): Disposable {
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, [range], dataTransfer, _context, token) {
      if (!range || document !== active.postmortem?.document) return undefined;
      const text = await dataTransfer.get(textType)?.asString();
      if (!text || token.isCancellationRequested) return undefined;
      const params: PasteTimelineParams = {uri: server.uriOf(document), range: fromRange(range), text, ...hereAndNow()};
      const answer = await server.request<DocumentEdits | null>(pasteTimelineRequest, params);
      if (!answer || answer.edits.length === 0 || answer.version !== document.version) return undefined;
      const paste = new DocumentPasteEdit('', l10n.t('Paste as Timeline'), kind);
      paste.additionalEdit = toWorkspaceEdit(document, answer);
      paste.yieldTo = [DocumentDropOrPasteEditKind.Text];
      return [paste];
    },
  };
  return languages.registerDocumentPasteEditProvider(documentSelector(), provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [textType],
  });
}
