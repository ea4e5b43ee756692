import assert from 'node:assert/strict';
import type {CodeAction} from 'vscode-languageserver';
import {clientSupport} from '../../server/client-support.ts';
import {codeActions} from '../../server/features/code-actions.ts';
import type {Postmortem} from '../../server/features/postmortem.ts';
import {inOneGo, type Steps} from '../../server/model/steps.ts';
import {postmortemOf} from './postmortems.ts';

const support = clientSupport({processId: null, rootUri: null, capabilities: {}});

function actionsAt(about: Postmortem, line: number): Steps<CodeAction[]> {
  const position = {line, character: 4};
  return codeActions(about, {start: position, end: position}, {diagnostics: []}, support);
}

/** How often the work may be put down until its end. */
function stepsOf(work: Steps<unknown>): number {
  let steps = 1;
  while (!work.next().done) steps++;
  return steps;
}

describe('code actions', () => {
  const entries = Array.from({length: 300}, (_, minute) => {
    const clock = `${String(Math.floor(minute / 60) + 9).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `- ${clock} ${minute % 3 === 0 ? 'CET' : 'UTC'} - The *pager* goes off.\n`;
  });
  const text = `# Postmortem: the kiln went cold\n\n## Timeline\n\n${entries.join('')}`;

  it('are worked out in steps where times are converted', () => {
    const about = postmortemOf(text);
    const there = inOneGo(actionsAt(postmortemOf(text), 4));
    assert.ok(there.some(({title}) => title === 'Convert all times to UTC'));
    const steps = stepsOf(actionsAt(about, 4));
    assert.ok(steps > 10, `${steps} steps`);
    // The next time that is asked about has the same fix.
    assert.ok(stepsOf(actionsAt(about, 7)) < steps / 2);
  });

  it('silence a rule at a place once, for all that it finds there', () => {
    const about = postmortemOf('# Postmortem: the kiln went cold\n\n## Timeline\n\n- 10:05 UTC - It is cold.\n');
    const missing = about.findings.filter(({rule}) => rule === 'missing-section');
    assert.ok(missing.length > 1);
    const line = about.document.range(missing[0]?.span ?? {start: 0, end: 0}).start.line;
    const actions = inOneGo(actionsAt(about, line));
    const silencing = actions.filter(({title}) => title === "Ignore 'missing-section' here");
    assert.deepEqual(
      silencing.map(({diagnostics}) => diagnostics?.length),
      [missing.length],
    );
  });

  it('mend a document once for all who ask at the same time', () => {
    const about = postmortemOf(
      'Incident: the kiln went cold\n\nTimeline\n\n- 10:05 UTC - It is cold.\n\nRoot cause\n\nA valve.\n',
    );
    const [one, other] = [actionsAt(about, 2), actionsAt(about, 2)];
    let steps = 0;
    let [first, second] = [one.next(), other.next()];
    for (; !first.done && !second.done; steps++) [first, second] = [one.next(), other.next()];
    const alone = stepsOf(actionsAt(postmortemOf(about.report.text), 2));
    assert.ok(steps < (2 * alone) / 3, `${steps} steps each, ${alone} alone`);
    const edits = (done: IteratorResult<undefined, CodeAction[]>, work: Steps<CodeAction[]>) =>
      (done.done ? done.value : inOneGo(work)).map(({title, edit}) => ({title, edit}));
    assert.deepEqual(edits(first, one), edits(second, other));
  });
});
