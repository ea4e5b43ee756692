import type {Position, Range} from 'vscode-languageserver';
import {clientSupport} from '../../server/client-support.ts';
import {Configurations} from '../../server/configuration.ts';
import {addTimelineEntry} from '../../server/features/add-timeline-entry.ts';
import {changeTemplate} from '../../server/features/change-template.ts';
import {codeActions, fixAllKind} from '../../server/features/code-actions.ts';
import {codeLenses} from '../../server/features/code-lens.ts';
import {sectionCompletions} from '../../server/features/completion.ts';
import {convertTimeZone} from '../../server/features/convert-time-zone.ts';
import {deriveTemplateInSteps} from '../../server/features/derive.ts';
import {diagnostics} from '../../server/features/diagnostics.ts';
import {hover} from '../../server/features/hover.ts';
import {inlayHints} from '../../server/features/inlay-hints.ts';
import {insertSection} from '../../server/features/insert-section.ts';
import {outlineReport} from '../../server/features/outline-report.ts';
import type {Postmortem} from '../../server/features/postmortem.ts';
import {timeZones} from '../../server/features/time-zones.ts';
import {timelineCompletions} from '../../server/features/timeline-completion.ts';
import {timelineDiagram} from '../../server/features/timeline-diagram.ts';
import {pasteTimeline} from '../../server/features/timeline-paste.ts';
import {timelinePicture} from '../../server/features/timeline-picture.ts';
import {foldingRanges, selectionRanges} from '../../server/features/timeline-ranges.ts';
import {wordsIn} from '../../server/features/words.ts';
import {type Circumstances, judge} from '../../server/judge.ts';
import {LspDocument} from '../../server/lsp.ts';
import {inOneGo, isSteps} from '../../server/model/steps.ts';
import {defaults} from '../../server/settings.ts';

/** Any text is taken for a postmortem. */
export const forced: Circumstances = {settings: defaults, path: 'postmortem', forced: true};

/** When it is, for what depends on the clock. */
export const now = '2024-05-09T15:00:00Z';

const support = clientSupport({capabilities: {}, processId: null, rootUri: null});
const configuration = await new Configurations({read: async () => undefined}).of({
  uri: 'file:///incidents/one.md',
  root: undefined,
  settings: [],
});
const quickFixes = {diagnostics: [], only: ['quickfix']};

/** May answer `Steps`. */
type Request = (postmortem: Postmortem, position: Position, range: Range) => unknown;

/** Everything that an editor asks about a document: at a place, about a range, about all of it. */
export const requests: Readonly<Record<string, Request>> = {
  diagnostics: postmortem => diagnostics(postmortem, true),
  hover: (postmortem, position) => hover(postmortem, position, true),
  'section completion': (postmortem, position) =>
    sectionCompletions(postmortem, postmortem.document.offsetAt(position), true),
  'timeline completion': (postmortem, position) =>
    timelineCompletions(postmortem, postmortem.document.offsetAt(position), Date.parse(now)),
  'code actions here': (postmortem, position) =>
    codeActions(postmortem, {start: position, end: position}, quickFixes, support),
  'code actions': (postmortem, _, range) => codeActions(postmortem, range, quickFixes, support),
  'fix all': (postmortem, _, range) => codeActions(postmortem, range, {diagnostics: [], only: [fixAllKind]}, support),
  'code lens': codeLenses,
  'inlay hints': (postmortem, _, range) => inlayHints(postmortem, range),
  folding: foldingRanges,
  selection: (postmortem, position, range) => selectionRanges(postmortem, [position, range.end]),
  outline: outlineReport,
  words: (postmortem, _, range) => wordsIn(postmortem, [range]),
  'add entry': postmortem => addTimelineEntry(postmortem, {now, zone: 'Europe/Berlin'}),
  'convert zone': postmortem => convertTimeZone(postmortem, 'Asia/Tokyo'),
  'time zones': postmortem => timeZones(postmortem, 'Europe/Berlin', Date.parse(now)),
  paste: (postmortem, _, range) =>
    pasteTimeline(postmortem, {range, anywhere: true, text: pasted, now, zone: 'Europe/Berlin'}),
  'insert section': postmortem => postmortem.report.sections.map(({spec}) => insertSection(postmortem, spec.id)),
  'change template': postmortem => changeTemplate(postmortem, otherThan(postmortem), configuration),
  'derive template': ({document}) => deriveTemplateInSteps([document.text, pasted], {name: 'Ours'}),
  diagram: timelineDiagram,
  picture: timelinePicture,
};

const pasted = '2024-05-03 10:05 UTC deploy\n10:07 <ana> rolling back\n10:20 all is well\n';

function otherThan({report}: Postmortem): string {
  return report.template.id === 'incident-report' ? 'classic' : 'incident-report';
}

/** A text as an open document, whatever it says. */
export function open(text: string, circumstances: Circumstances = forced): Postmortem {
  const judgement = judge(text, circumstances);
  if (!judgement) throw new Error('not taken for a postmortem');
  return {...judgement, document: new LspDocument('file:///incidents/one.md', 'markdown', 1, text), problems: []};
}

/** What a request answers, where it is worked out in steps, too. */
export function answered(made: unknown): unknown {
  return isSteps(made) ? inOneGo(made) : made;
}
