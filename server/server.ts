import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import {followChanges} from './changes.ts';
import {addTimelineEntry} from './features/add-timeline-entry.ts';
import {changeTemplate} from './features/change-template.ts';
import {codeActions, fixAllKind} from './features/code-actions.ts';
import {codeLenses} from './features/code-lens.ts';
import {sectionCompletions} from './features/completion.ts';
import {convertTimeZone} from './features/convert-time-zone.ts';
import {deriveTemplateInSteps} from './features/derive.ts';
import {diagnosticReport} from './features/diagnostics.ts';
import {hover} from './features/hover.ts';
import {inlayHints} from './features/inlay-hints.ts';
import {insertSection} from './features/insert-section.ts';
import {beginPostmortem, templateItems} from './features/new-postmortem.ts';
import {outlineReport} from './features/outline-report.ts';
import type {Postmortem} from './features/postmortem.ts';
import {templateCompletions} from './features/template-file.ts';
import {timeZones} from './features/time-zones.ts';
import {timelineCompletions} from './features/timeline-completion.ts';
import {refreshDiagramCommand, refreshedDiagram, timelineDiagram} from './features/timeline-diagram.ts';
import {pasteTimeline} from './features/timeline-paste.ts';
import {timelinePicture} from './features/timeline-picture.ts';
import {foldingRanges, selectionRanges} from './features/timeline-ranges.ts';
import {wordsIn} from './features/words.ts';
import type {Files} from './files.ts';
import {refuseDisorderly} from './lifecycle.ts';
import {isSteps, type Steps, worksWhile} from './model/steps.ts';
import * as protocol from './protocol.ts';
import {Publisher} from './publisher.ts';
import {workInTurns} from './turns.ts';
import {Workspace} from './workspace.ts';

/** Serves a client: one line for each method of the protocol. */
export function serve(connection: Connection, files: Files): void {
  const workspace = new Workspace(connection, files);
  const about = aboutPostmortem(connection, workspace);
  const {documents} = workspace;
  /** A place in the text is of the version that the client had when it asked: where it has another one, it refuses edits of that. */
  const whenAsked = async (uri: string, answer: Promise<protocol.DocumentEdits | null>) => {
    const version = documents.get(uri)?.version;
    const edits = await answer;
    return edits && {...edits, version: version ?? edits.version};
  };

  connection.onInitialize(params => {
    workspace.open(params);
    return capabilities(workspace);
  });
  followChanges(connection, workspace, new Publisher(connection, workspace));

  connection.languages.diagnostics.on(async ({textDocument: {uri}, previousResultId}, token) =>
    diagnosticReport(await workspace.diagnostics(uri, token), documents.get(uri)?.version, previousResultId),
  );
  connection.onCodeAction(({textDocument: {uri}, range, context}, token) =>
    about(uri, token, [], postmortem => codeActions(postmortem, range, context, workspace.support)),
  );
  connection.onHover(({textDocument: {uri}, position}, token) =>
    about(uri, token, null, postmortem => hover(postmortem, position, workspace.support.markdownHover)),
  );
  connection.languages.inlayHint.on(({textDocument: {uri}, range}, token) =>
    about(uri, token, [], postmortem => inlayHints(postmortem, range)),
  );
  connection.onCodeLens(({textDocument: {uri}}, token) => about(uri, token, [], codeLenses));
  connection.onFoldingRanges(({textDocument: {uri}}, token) => about(uri, token, [], foldingRanges));
  connection.onSelectionRanges(({textDocument: {uri}, positions}, token) =>
    about(uri, token, [], postmortem => selectionRanges(postmortem, positions)),
  );
  connection.onCompletion(async ({textDocument: {uri}, position}, token) => {
    const template = workspace.templateFile(uri);
    if (template) return templateCompletions(template, template.offsetAt(position));
    return about(uri, token, [], postmortem => {
      const offset = postmortem.document.offsetAt(position);
      const times = timelineCompletions(postmortem, offset, Date.now());
      return times.length > 0 ? times : sectionCompletions(postmortem, offset, workspace.support.completionSnippets);
    });
  });
  connection.onRequest(protocol.reportRequest, ({uri}: protocol.ReportParams, token) => {
    workspace.isAskedForReports = true;
    return about(uri, token, null, outlineReport);
  });
  connection.onRequest(protocol.wordsRequest, ({uri, ranges}: protocol.WordsParams, token) =>
    about(uri, token, null, postmortem => wordsIn(postmortem, ranges)),
  );
  connection.onRequest(protocol.insertSectionRequest, ({uri, section}: protocol.InsertSectionParams, token) =>
    about(uri, token, null, postmortem => insertSection(postmortem, section)),
  );
  connection.onRequest(protocol.templatesRequest, async ({uri}: protocol.TemplatesParams, token) => {
    const configuration = await workspace.configurationOf(uri, token);
    return templateItems(configuration, await workspace.offeredTemplates(configuration));
  });
  connection.onRequest(protocol.newPostmortemRequest, async (params: protocol.NewPostmortemParams, token) => {
    const configuration = await workspace.configurationOf(params.uri, token);
    return beginPostmortem(params, configuration, await workspace.offeredTemplates(configuration));
  });
  connection.onRequest(protocol.addTimelineEntryRequest, (params: protocol.AddTimelineEntryParams, token) =>
    whenAsked(
      params.uri,
      about(params.uri, token, null, postmortem => addTimelineEntry(postmortem, params)),
    ),
  );
  connection.onRequest(protocol.convertTimeZoneRequest, ({uri, zone}: protocol.ConvertTimeZoneParams, token) =>
    about(uri, token, null, postmortem => convertTimeZone(postmortem, zone)),
  );
  connection.onRequest(protocol.timeZonesRequest, ({uri, zone}: protocol.TimeZonesParams, token) =>
    about(uri, token, null, postmortem => timeZones(postmortem, zone, Date.now())),
  );
  connection.onRequest(
    protocol.changeTemplateRequest,
    async ({uri, template}: protocol.ChangeTemplateParams, token) => {
      const configuration = await workspace.configurationOf(uri, token);
      const offered = await workspace.offeredTemplates(configuration);
      return about(uri, token, null, postmortem => changeTemplate(postmortem, template, configuration, offered));
    },
  );
  connection.onRequest(protocol.deriveTemplateRequest, ({texts, name}: protocol.DeriveTemplateParams, token) =>
    workInTurns(deriveTemplateInSteps(texts, {name}), token),
  );
  connection.onRequest(protocol.pasteTimelineRequest, (params: protocol.PasteTimelineParams, token) =>
    whenAsked(
      params.uri,
      about(params.uri, token, null, postmortem => pasteTimeline(postmortem, params)),
    ),
  );
  connection.onRequest(protocol.timelineDiagramRequest, ({uri}: protocol.TimelineDiagramParams, token) =>
    about(uri, token, null, timelineDiagram),
  );
  connection.onExecuteCommand(async ({command, arguments: given}, token) => {
    const [uri] = given ?? [];
    if (command !== refreshDiagramCommand || typeof uri !== 'string') return;
    const edit = await about(uri, token, null, postmortem => refreshedDiagram(postmortem, workspace.support.edits));
    if (edit) await connection.workspace.applyEdit(edit);
  });
  connection.onRequest(protocol.timelinePictureRequest, ({uri}: protocol.TimelinePictureParams, token) =>
    about(uri, token, null, timelinePicture),
  );

  refuseDisorderly(connection);
  documents.listen(connection);
  connection.listen();
}

function capabilities({support}: Workspace): InitializeResult {
  const pull = {identifier: 'postmortem', interFileDependencies: false, workspaceDiagnostics: false};
  return {
    serverInfo: {name: 'postmortem'},
    capabilities: {
      positionEncoding: support.encoding,
      textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
      completionProvider: {triggerCharacters: ['#', ' ']},
      codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, fixAllKind]},
      hoverProvider: true,
      codeLensProvider: {},
      executeCommandProvider: {commands: [refreshDiagramCommand]},
      inlayHintProvider: true,
      ...(support.ownRanges ? {} : {foldingRangeProvider: true, selectionRangeProvider: true}),
      ...(support.pullsDiagnostics ? {diagnosticProvider: pull} : {}),
      workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
    },
  };
}

/**
 * Answers about an open postmortem; about any other document there is nothing to say. An answer that takes long is worked out in
 * turns, and again where the document changed meanwhile.
 */
function aboutPostmortem(connection: Connection, workspace: Workspace) {
  return async <T>(
    uri: string,
    token: CancellationToken,
    nothing: T,
    answer: (postmortem: Postmortem) => T | Steps<T>,
  ): Promise<T> => {
    try {
      for (;;) {
        const postmortem = await workspace.postmortem(uri, token);
        if (!postmortem) return nothing;
        const {document} = postmortem;
        const {version, text} = document;
        const answered = answer(postmortem);
        if (!isSteps(answered)) return answered;
        // A document that was closed and opened again may have the same version, and another text.
        const isPresent = () =>
          workspace.documents.get(uri) === document && document.version === version && document.text === text;
        const done = await workInTurns(worksWhile(isPresent, answered), token);
        if (done) return done.made;
      }
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      throw error;
    }
  };
}
