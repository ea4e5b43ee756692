import {draft, uri} from './document.ts';

const textDocument = {uri};
const start = {line: 0, character: 0};
const range = {start, end: start};
const now = '2024-05-09T15:00:00Z';

/** Each request that the server answers, with parameters that are right. */
export const requests: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'textDocument/diagnostic': {textDocument},
  'textDocument/codeAction': {textDocument, range, context: {diagnostics: []}},
  'textDocument/hover': {textDocument, position: start},
  'textDocument/inlayHint': {textDocument, range},
  'textDocument/codeLens': {textDocument},
  'textDocument/foldingRange': {textDocument},
  'textDocument/selectionRange': {textDocument, positions: [start]},
  'textDocument/completion': {textDocument, position: start},
  'workspace/executeCommand': {command: 'postmortem.refreshTimelineDiagram', arguments: [uri]},
  'postmortem/report': {uri},
  'postmortem/words': {uri, ranges: [range]},
  'postmortem/insertSection': {uri, section: 'issue-summary'},
  'postmortem/templates': {uri},
  'postmortem/new': {template: 'classic', title: 'Late mail', date: '2024-05-09'},
  'postmortem/changeTemplate': {uri, template: 'classic'},
  'postmortem/deriveTemplate': {texts: [draft], name: 'Ours'},
  'postmortem/addTimelineEntry': {uri, now, zone: 'Europe/Berlin'},
  'postmortem/convertTimeZone': {uri, zone: 'UTC'},
  'postmortem/pasteTimeline': {uri, range, text: 'ada [10:05 AM]\nIt runs\n', now, zone: 'UTC'},
  'postmortem/timeZones': {uri, zone: 'Europe/Berlin'},
  'postmortem/timelinePicture': {uri},
  'postmortem/timelineDiagram': {uri},
};
