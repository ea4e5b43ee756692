import assert from 'node:assert/strict';
import {TestFolder} from '../protocol/client.ts';
import {postmortem} from './process.ts';

const outage = (day: string, end: string) => `# Postmortem: no mail

## Issue Summary

On ${day} nobody got mail because a disk was full.

## Timeline

- 09:00 UTC - The outage begins.
- 09:10 UTC - An alert detects the full disk.
- ${end} UTC - The disk is cleared, the incident is resolved.
`;

describe('postmortem stats', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder({
      'postmortems/one.md': outage('3 June 2024', '09:40'),
      'postmortems/two, too.md': outage('4 June 2024', '10:00'),
      'notes.md': '# Notes\n\nNothing happened.\n',
    });
  });
  afterEach(() => folder.dispose());
  const stats = (...args: string[]) => postmortem(folder.path, ['stats', ...args]);

  it('tabulates how long incidents took, with the median', async () => {
    const {code, out} = await stats();
    assert.equal(code, 0);
    const rows = out
      .trim()
      .split('\n')
      .map(row => row.split(/ {2,}/));
    assert.deepEqual(rows[1], ['2024-06-03', '3', '10 min', '40 min', '40 min', 'postmortems/one.md']);
    assert.equal(rows.at(-1)?.[0], 'median');
    assert.equal(rows.at(-1)?.at(-1), '2 postmortems');
    assert.equal(rows.length, 4);
    assert.match((await stats('postmortems/one.md')).out, / 1 postmortem\n$/);
  });

  it('writes CSV and JSON', async () => {
    const csv = (await stats('--format', 'csv')).out.split('\r\n');
    assert.equal(
      csv[0],
      'path,date,entries,timeToDetect,timeToAcknowledge,timeToMitigate,timeToResolve,impactDuration',
    );
    assert.equal(csv[2], '"postmortems/two, too.md",2024-06-04,3,10,,,60,60');
    const json = JSON.parse((await stats('--format', 'json', 'postmortems/one.md')).out);
    assert.equal(json.files[0].minutes.timeToResolve, 40);
    assert.equal(json.median.timeToMitigate, null);
  });

  it('refuses unknown formats and missing files', async () => {
    assert.equal((await stats('--format', 'xml')).code, 2);
    assert.equal((await stats('nowhere.md')).code, 2);
  });
});
