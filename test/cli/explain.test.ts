import assert from 'node:assert/strict';
import {TestFolder} from '../protocol/client.ts';
import {postmortem} from './process.ts';

const text = `# Postmortem: labels came out blank

## Issue Summary

From 07:10 to 08:00 CET on 9 May 2024 the label printers failed in all stores.

## Timeline

- 07:10 CET - The new driver goes live.
- 07:25 CET - A store manager reports blank labels.
- 08:00 CET - The old driver is put back.
`;

describe('postmortem check --explain', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({'postmortems/labels.md': text, '.git/config': ''});
  });
  afterEach(() => folder.dispose());

  it('lists what each section must say, with the line of the answer or an example', async () => {
    const {out} = await postmortem(folder.path, ['check', '--explain']);
    const [, checklist = ''] = out.split("postmortems/labels.md\n  template 'classic'");
    assert.match(checklist, /\n {2}Timeline · \d+ words · \d of 7 answered\n/);
    assert.ok(checklist.includes('    ✓ How was it detected, by an alert, an engineer or a customer? (line 10)\n'));
    assert.ok(
      checklist.includes('    ✗ To which team or person was it escalated?\n        for example: The on-call engineer'),
    );
    assert.match(checklist, /\n {2}Root cause and resolution · missing · \d of 2 answered\n/);
  });

  it('is for people only', async () => {
    const {code, err} = await postmortem(folder.path, ['check', '--explain', '--format', 'json']);
    assert.equal(code, 2);
    assert.match(err, /JSON has 'requirements'/);
  });
});
