import assert from 'node:assert/strict';
import {Configurations} from '../../server/configuration.ts';
import {changeTemplate} from '../../server/features/change-template.ts';
import {judge} from '../../server/judge.ts';
import {LspDocument} from '../../server/lsp.ts';
import {inOneGo} from '../../server/model/steps.ts';
import {open} from '../fuzz/requests.ts';

const text = `# Postmortem: the tide table was a day late

## Issue Summary

On 4 May 2026, from 02:00 to 05:10 UTC, half of our ferries sailed by the tides of the day before.

## Timeline

- 02:00 UTC: the new table is published with the old date.
- 05:10 UTC: the harbour master puts it right.

## Root cause and resolution

The job that names the file ran in another time zone.

## Corrective and preventative measures

- [ ] Check the date in the file against the clock.
`;

async function change(id: string, path: string) {
  const uri = `file:///code/${path}`;
  const configurations = new Configurations({read: async () => undefined});
  const configuration = await configurations.of({uri, root: 'file:///code', settings: []});
  const judgement = judge(text, configuration);
  assert.ok(judgement);
  const document = new LspDocument(uri, 'markdown', 7, text);
  const answer = inOneGo(changeTemplate({...judgement, document, problems: []}, id, configuration));
  assert.ok(answer);
  const changes = answer.edits.map(({range, newText}) => ({range, text: newText})).reverse();
  document.update(changes, 8);
  return {
    version: answer.version,
    changed: document.text,
    template: judge(document.text, configuration)?.report.template.id,
  };
}

describe('Change of template', () => {
  it('is refused where the text is not read to its end', async () => {
    const long = open(`${text}\n${'Some more text.\n\n'.repeat(3000)}`);
    const configuration = await new Configurations({read: async () => undefined}).of({
      uri: 'file:///code/a.md',
      root: 'file:///code',
      settings: [],
    });
    const refusal = {version: 1, edits: [], reason: 'not-all-read'};
    assert.deepEqual(inOneGo(changeTemplate(long, 'google-sre', configuration)), refusal);
  });

  it('is refused while a merge conflict stands', async () => {
    const torn = open(`${text}\n<<<<<<< HEAD\nOne.\n=======\nOther.\n>>>>>>> tide\n`);
    const configuration = await new Configurations({read: async () => undefined}).of({
      uri: 'file:///code/a.md',
      root: 'file:///code',
      settings: [],
    });
    const refusal = {version: 1, edits: [], reason: 'merge-conflict'};
    assert.deepEqual(inOneGo(changeTemplate(torn, 'google-sre', configuration)), refusal);
  });

  for (const id of ['google-sre', 'incident-report', 'atlassian']) {
    it(`makes ${id} of a classic postmortem, recognised as such, no word lost`, async () => {
      const {version, changed, template} = await change(id, 'incidents/tide.md');
      assert.equal(version, 7);
      assert.equal(template, id);
      assert.match(changed, /half of our ferries sailed/);
      assert.match(changed, /ran in another time zone/);
      assert.match(changed, /Check the date in the file/);
    });
  }

  it('leaves alone what has the shape already', async () => {
    assert.equal((await change('classic', 'incidents/tide.md')).changed, text);
  });
});
