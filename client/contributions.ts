import type {ExtensionContext} from 'vscode';
import {ActivePostmortem} from './active.ts';
import {type CreateClient, LanguageServer} from './client.ts';
import {addTimelineEntry} from './commands/add-timeline-entry.ts';
import {changeTemplate} from './commands/change-template.ts';
import {convertTimeZone} from './commands/convert-time-zone.ts';
import {deriveTemplate} from './commands/derive-template.ts';
import {addMissingSection} from './commands/insert-section.ts';
import {insertTimelineDiagram} from './commands/insert-timeline-diagram.ts';
import {newPostmortem} from './commands/new-postmortem.ts';
import {openOutlineItem} from './commands/outline.ts';
import {pasteAsTimeline} from './commands/paste-as-timeline.ts';
import {restartServer, showOutput} from './commands/server.ts';
import {Outline} from './views/outline.ts';
import {contributeStatus} from './views/status.ts';
import {contributeTemplateOffer} from './views/template-offer.ts';
import {contributeTimelinePaste} from './views/timeline-paste.ts';
import {contributeTimelineView} from './views/timeline-view.ts';
import {contributeWordCount} from './views/word-count.ts';

/** Everything that the extension adds to the editor, one line each. */
export function contribute(context: ExtensionContext, createClient: CreateClient): LanguageServer {
  const server = new LanguageServer(createClient);
  const active = new ActivePostmortem(server);
  const outline = new Outline(context, active);
  context.subscriptions.push(
    server,
    active,
    outline,
    contributeStatus(server, active),
    contributeTemplateOffer(server, active),
    contributeTimelinePaste(server, active),
    contributeTimelineView(server, active),
    contributeWordCount(server, active),
    openOutlineItem(server, active, outline),
    addMissingSection(server, active),
    addTimelineEntry(server, active),
    convertTimeZone(server, active),
    newPostmortem(server),
    changeTemplate(server, active),
    deriveTemplate(server),
    pasteAsTimeline(server, active),
    insertTimelineDiagram(server, active),
    restartServer(server),
    showOutput(server),
  );
  void server.start();
  return server;
}
