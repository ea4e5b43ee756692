import assert from 'node:assert/strict';
import {clientSupport} from '../../server/client-support.ts';
import {codeActions} from '../../server/features/code-actions.ts';
import {codeLenses} from '../../server/features/code-lens.ts';
import {refreshedDiagram, timelineDiagram} from '../../server/features/timeline-diagram.ts';
import {inOneGo} from '../../server/model/steps.ts';
import {applyEdits} from '../../server/model/text.ts';
import {postmortemOf} from './postmortems.ts';

const text = `# Postmortem: the kiln went cold

## Timeline

All times in UTC, 7 May 2024.

- 09:00 **Began**: a valve closes; nobody sees #4.
- 09:20 **Detected**: alert "kiln < 900 °C" fires in the control room and on every phone of the shift.
- 10:00–10:10 The valve is opened.
- 10:10 **Resolved**: 900 °C

## Lessons learned

Valves need eyes.
`;

function refreshed(source: string): string {
  const about = postmortemOf(source);
  const answer = timelineDiagram(about);
  return applyEdits(
    source,
    answer.edits.map(({range, newText}) => ({...about.document.span(range), text: newText})),
  );
}

const support = clientSupport({processId: null, rootUri: null, capabilities: {}});
const actionsAt = (source: string, line: number) =>
  inOneGo(
    codeActions(
      postmortemOf(source),
      {start: {line, character: 0}, end: {line, character: 0}},
      {diagnostics: []},
      support,
    ),
  ).filter(({title}) => title.startsWith('Refresh'));
const lensesOf = (source: string) => codeLenses(postmortemOf(source)).filter(({command}) => command?.command !== '');

describe('diagram of the timeline', () => {
  const drawn = refreshed(text);

  it('stands between the entries and the next section, to scale', () => {
    assert.equal(
      drawn.replace(/timeline [0-9a-f]{8}/, 'timeline 00000000'),
      text.replace(
        '900 °C\n\n##',
        `900 °C

\`\`\`mermaid
%% Postmortem timeline 00000000
gantt
    dateFormat YYYY-MM-DD HH:mm
    axisFormat %H:%M
    todayMarker off
    section Phases
    Undetected :crit, 2024-05-07 09:00, 20m
    Investigating :active, 2024-05-07 09:20, 50m
    section Events
    09∶00 Began∶ a valve closes, nobody sees no. 4. :milestone, 2024-05-07 09:00, 0m
    09∶20 Detected∶ alert kiln 900 °C fires in the… :milestone, 2024-05-07 09:20, 0m
    10∶00 The valve is opened. :2024-05-07 10:00, 10m
    10∶10 Resolved∶ 900 °C :milestone, 2024-05-07 10:10, 0m
\`\`\`

##`,
      ),
    );
  });

  it('changes nothing of what is read of the document', () => {
    const read = (source: string) => {
      const {timeline, words} = postmortemOf(source).report;
      return {entries: timeline?.entries.map(({line, time, end}) => [line, time, end]), words: words.total};
    };
    assert.deepEqual(read(drawn), read(text));
  });

  it('is left alone while it is right', () => {
    assert.deepEqual(timelineDiagram(postmortemOf(drawn)), {version: 1, edits: [], reason: 'up-to-date'});
    assert.deepEqual(actionsAt(drawn, 14), []);
    assert.deepEqual(lensesOf(drawn), []);
  });

  it('is refreshed when the timeline has moved on, wherever it stands', () => {
    const later = (source: string) => source.replace('10:10 **Resolved**', '10:30 **Resolved**');
    assert.equal(refreshed(later(drawn)), refreshed(later(text)));
    const [, fence = ''] = /\n(```mermaid[\s\S]*?```\n)/.exec(drawn) ?? [];
    const moved = `${text}\n${fence}`;
    const again = refreshed(later(moved));
    assert.match(again, /Valves need eyes\.\n\n```mermaid[\s\S]*10∶30 Resolved/);
    assert.equal(again.split('mermaid').length, 2);
    const stale = later(drawn);
    assert.equal(actionsAt(stale, 14).length, 1);
    assert.deepEqual(actionsAt(stale, 2), []);
    assert.equal(lensesOf(stale)[0]?.command?.title, 'Refresh timeline diagram');
    assert.ok(refreshedDiagram(postmortemOf(stale), support.edits)?.changes);
  });

  it('is not touched once someone has changed it', () => {
    const own = drawn.replace('∶00 The valve is opened.', '∶00 We open the valve');
    const both = refreshed(own.replace('- 10:10 **Resolved**', '- 10:40 **Resolved**'));
    assert.ok(both.includes('We open the valve'));
    assert.deepEqual(lensesOf(own), []);
    assert.equal(refreshed(both), both);
  });

  it('has the line ends of the document', () => {
    const windows = refreshed(text.replaceAll('\n', '\r\n'));
    assert.equal(windows, drawn.replaceAll('\n', '\r\n'));
    assert.equal(timelineDiagram(postmortemOf(windows)).reason, 'up-to-date');
  });

  it('is drawn for timelines without days, tables and headings', () => {
    for (const entries of [
      '- 10:00 a\n- 10:20 b\n',
      '| Time | Event |\n|---|---|\n| 10:00 | a |\n| 10:20 | b |\n',
      '### 10:00 a\n\nWords.\n\n### 10:20 b\n\nWords.\n',
      '10:00 - a\n\n10:20 - b',
    ]) {
      const once = refreshed(`# Postmortem: x\n\n## Timeline\n\n${entries}`);
      assert.match(once, /10∶20 b :milestone, 2000-01-01 10:20, 0m\n```/, entries);
      assert.equal(refreshed(once), once);
    }
  });

  it('leaves out what was long before', () => {
    const entries =
      '- 2024-05-01 10:00 UTC built\n- 2024-05-07 23:00 UTC alert\n- 23:10 paged\n- 23:20 we look\n- 00:20 resolved\n';
    const once = refreshed(`# Postmortem: x\n\n## Timeline\n\n${entries}`);
    assert.doesNotMatch(once, /built :milestone/);
    assert.match(once, /23∶10 paged :milestone/);
    assert.match(once, /00∶20 resolved :milestone, 2024-05-08 00:20, 0m/);
  });

  it('keeps to the most important of very many entries', () => {
    const many = Array.from(
      {length: 90},
      (_, index) => `- ${10 + Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')} step ${index}\n`,
    );
    const once = refreshed(`# Postmortem: x\n\n## Timeline\n\n${many.join('')}`);
    assert.match(once, /step 0 [\s\S]*step 89 /);
    assert.ok(once.split(':milestone').length < 10);
  });

  it('is not drawn where there is nothing to draw, or where a fence would end another one', () => {
    const reason = (source: string) => timelineDiagram(postmortemOf(source)).reason;
    assert.equal(reason('# Postmortem: x\n\n## Timeline\n\n- 10:00 a\n'), 'few-times');
    assert.equal(reason('# Postmortem: x\n\nWords.\n'), 'no-timeline');
    assert.equal(reason(`\`\`\`\n${text}\`\`\`\n`), 'fenced');
  });
});
