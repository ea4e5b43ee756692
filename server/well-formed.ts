import {URI} from 'vscode-uri';
import * as protocol from './protocol.ts';

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Check>>;

const anything: Check = () => true;
const text: Check = value => typeof value === 'string';
const flag: Check = value => typeof value === 'boolean';
const whole: Check = value => Number.isInteger(value);
const uri: Check = value => typeof value === 'string' && isUri(value);
const listOf =
  (item: Check): Check =>
  value =>
    Array.isArray(value) && value.every(item);
const shape =
  (fields: Fields): Check =>
  value =>
    wrongField(fields, value) === undefined;
const optional =
  (check: Check): Check =>
  value =>
    value === undefined || value === null || check(value);

const textDocument = shape({uri});
const position = shape({line: whole, character: whole});
const range = shape({start: position, end: position});
const change: Check = value => shape({text})(value) && (!('range' in Object(value)) || shape({range})(value));
const folders = listOf(shape({uri}));
const documentOnly: Fields = {textDocument};
const uriOnly: Fields = {uri};

/** What the parameters of each method must have, as far as anything of it is read. More than that may be there. */
const methods: Readonly<Record<string, Fields>> = {
  initialize: {
    capabilities: shape({general: optional(shape({positionEncodings: optional(listOf(text))}))}),
    workspaceFolders: optional(folders),
    rootUri: optional(uri),
  },
  'textDocument/didOpen': {textDocument: shape({uri, languageId: text, version: whole, text})},
  'textDocument/didChange': {textDocument: shape({uri, version: whole}), contentChanges: listOf(change)},
  'textDocument/didSave': documentOnly,
  'textDocument/didClose': documentOnly,
  'workspace/didChangeConfiguration': {settings: anything},
  'workspace/didChangeWatchedFiles': {changes: listOf(shape({uri}))},
  'workspace/didChangeWorkspaceFolders': {event: shape({added: folders, removed: folders})},
  'workspace/executeCommand': {command: text, arguments: optional(listOf(anything))},
  'textDocument/diagnostic': {textDocument, previousResultId: optional(text)},
  'textDocument/codeAction': {textDocument, range, context: shape({only: optional(listOf(text))})},
  'textDocument/hover': {textDocument, position},
  'textDocument/inlayHint': {textDocument, range},
  'textDocument/codeLens': documentOnly,
  'textDocument/foldingRange': documentOnly,
  'textDocument/selectionRange': {textDocument, positions: listOf(position)},
  'textDocument/completion': {textDocument, position},
  [protocol.reportRequest]: uriOnly,
  [protocol.wordsRequest]: {uri, ranges: listOf(range)},
  [protocol.insertSectionRequest]: {uri, section: text},
  [protocol.templatesRequest]: {uri: optional(uri)},
  [protocol.newPostmortemRequest]: {uri: optional(uri), template: text, title: text, date: text},
  [protocol.changeTemplateRequest]: {uri, template: text},
  [protocol.deriveTemplateRequest]: {texts: listOf(text), name: text},
  [protocol.addTimelineEntryRequest]: {uri, now: text, zone: text, position: optional(position)},
  [protocol.convertTimeZoneRequest]: {uri, zone: text},
  [protocol.timeZonesRequest]: {uri, zone: text},
  [protocol.pasteTimelineRequest]: {uri, range, text, now: text, zone: text, anywhere: optional(flag)},
  [protocol.timelinePictureRequest]: uriOnly,
  [protocol.timelineDiagramRequest]: uriOnly,
};

/**
 * Are the parameters of a request or notification what its method reads? Numbers that are out of range are no mistake here: positions
 * are clamped where they are used.
 *
 * @returns the first field that is wrong or missing; empty where it is the parameters themselves; `undefined` when all is well
 */
export function malformedField(method: string, params: unknown): string | undefined {
  const fields = Object.hasOwn(methods, method) ? methods[method] : undefined;
  return fields && wrongField(fields, params);
}

function wrongField(fields: Fields, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const given: Record<string, unknown> = {...value};
  return Object.keys(fields).find(name => !fields[name]?.(given[name]));
}

function isUri(value: string): boolean {
  try {
    URI.parse(value);
    return true;
  } catch {
    return false;
  }
}
