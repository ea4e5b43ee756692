import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {builtInTemplate, defaultTemplate} from '../../server/templates/all.ts';
import {sentences as actions} from './kinds/actions.ts';
import {sentences as affectedShare} from './kinds/affected-share.ts';
import {sentences as bullets} from './kinds/bullets.ts';
import {sentences as cause} from './kinds/cause.ts';
import {sentences as detectedHow} from './kinds/detected-how.ts';
import {sentences as detectedWhen} from './kinds/detected-when.ts';
import {sentences as duration} from './kinds/duration.ts';
import {sentences as escalation} from './kinds/escalation.ts';
import {sentences as fix} from './kinds/fix.ts';
import {sentences as impact} from './kinds/impact.ts';
import {sentences as misleadingPaths} from './kinds/misleading-paths.ts';
import {sentences as rootCause} from './kinds/root-cause.ts';
import type {Sentences} from './kinds/sentences.ts';
import {sentences as tasks} from './kinds/tasks.ts';
import {sentences as timeZone} from './kinds/time-zone.ts';

const all: readonly Sentences[] = [
  duration,
  timeZone,
  impact,
  affectedShare,
  rootCause,
  bullets,
  detectedWhen,
  detectedHow,
  actions,
  misleadingPaths,
  escalation,
  cause,
  fix,
  tasks,
];

/** What the document says elsewhere, which no requirement above takes for an answer. */
const elsewhere: Readonly<Record<string, string>> = {
  'Issue Summary': '',
  Timeline: '',
  'Root cause and resolution': 'The billing service stopped over a misspelt variable in its settings file.',
  'Corrective and preventative measures': '',
};

describe('evidence, sentence by sentence', () => {
  for (const {requirement, section, met, unmet} of all) {
    describe(requirement, () => {
      for (const text of met)
        it(`is met by: ${text}`, () => {
          assert.ok(isMet(requirement, section, text));
        });
      for (const text of unmet)
        it(`is not met by: ${text}`, () => {
          assert.ok(!isMet(requirement, section, text));
        });
    });
  }
});

describe('a share of users or requests', () => {
  const summary = (said: string) => `## Issue Summary\n\n${said}\n\n## Timeline\n\n## Root Cause\n`;
  const isTold = (said: string) =>
    makeReport(summary(said), builtInTemplate('google-api-infra') ?? defaultTemplate()).requirements.some(
      ({requirement: {evidence}, met}) => met && evidence === 'affected-requests',
    );

  it('may be one of requests, where the template asks for it', () => {
    assert.ok(isTold('The mail gateway was down, with 80% of requests failing at the peak.'));
    assert.ok(isTold('A third of the users got an error.'));
    assert.ok(!isTold('The mail gateway used 80% of the memory.'));
  });
});

function isMet(requirement: string, section: string, text: string): boolean {
  const sections = Object.entries({...elsewhere, [section]: text});
  const document = sections.map(([title, body]) => `## ${title}\n\n${body}\n`).join('\n');
  const {requirements} = makeReport(document, defaultTemplate());
  const state = requirements.find(({requirement: {id}}) => id === requirement);
  assert.ok(state);
  return state.met;
}
