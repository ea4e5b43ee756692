import assert from 'node:assert/strict';
import {zonesFor} from '../../../client/commands/zone-choice.ts';
import {timeZones} from '../../../server/features/time-zones.ts';
import {zoneNamed} from '../../../server/model/time/zone.ts';
import {postmortemOf} from '../../features/postmortems.ts';

describe('choosing a time zone', () => {
  const about = postmortemOf('# Postmortem: x\n\n3 June 2024\n\n## Timeline\n\n- 09:00 UTC - Down.\n');
  const {zones} = timeZones(about, 'Europe/Paris', 0);
  const chosen = (typed: string) => zonesFor(zones, typed).map(({id}) => id);
  const first: Record<string, string> = {
    EST: 'EST',
    est: 'EST',
    IST: 'IST',
    JST: 'JST',
    pst: 'PST',
    CET: 'CET',
    utc: 'UTC',
    'UTC+2': 'UTC+02:00',
    'UTC+5': 'UTC+05:00',
    'utc+5:30': 'UTC+05:30',
    '+02:00': 'UTC+02:00',
    'gmt −3': 'UTC-03:00',
    '-0330': 'UTC-03:30',
    mumbai: 'Asia/Kolkata',
    Kolkata: 'Asia/Kolkata',
    calcutta: 'Asia/Kolkata',
    'NEW YORK': 'America/New_York',
    'america/new_york': 'America/New_York',
    'York New': 'America/New_York',
    ET: 'America/New_York',
    'san fr': 'America/Los_Angeles',
    Tok: 'Asia/Tokyo',
  };

  for (const [typed, id] of Object.entries(first))
    it(`puts ${id} first for '${typed}', and it can be converted to`, () => {
      assert.equal(chosen(typed)[0], id);
      assert.ok(zoneNamed(id));
    });

  it('offers what has the abbreviation or offset next, and nothing that only holds its letters', () => {
    assert.equal(chosen('EST')[1], 'America/New_York');
    assert.ok(!chosen('EST').includes('Europe/Bucharest'));
    assert.ok(chosen('utc+5:30').includes('Asia/Kolkata'));
  });

  it('offers all where nothing is typed, and none for what is no zone', () => {
    assert.deepEqual(zonesFor(zones, ' '), zones);
    for (const typed of ['xyzzy', 'UTC+15', '+14:30', '+1:99']) assert.deepEqual(chosen(typed), []);
  });
});
