import assert from 'node:assert/strict';
import fc from 'fast-check';
import {instantOf, labelAt, offsetAt, wallOf, zoneNamed} from '../../server/model/time/zone.ts';
import {findZone} from '../../server/model/time/zone-scan.ts';

describe('time zones', () => {
  const names: readonly (readonly [string, string | undefined])[] = [
    ['UTC', 'UTC'],
    ['pst', 'PST'],
    ['UTC+5:30', 'UTC+05:30'],
    ['GMT-3', 'UTC-03:00'],
    ['Europe/berlin', 'Europe/Berlin'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['West Africa Time', 'WAT'],
    ['Central European Summer Time', 'CEST'],
    ['Nairobi', 'Africa/Nairobi'],
    ['Greenwitch', 'GMT'],
    ['New York', 'America/New_York'],
    ['West Saudi Arabia Time', 'Asia/Riyadh'],
    ['South Pacific Time', undefined],
    ['Wonderland', undefined],
    ['', undefined],
  ];
  for (const [name, expected] of names) {
    it(`'${name}' is ${expected}`, () => assert.equal(zoneNamed(name)?.name, expected));
  }

  it('follows daylight saving in regions', () => {
    const berlin = zoneNamed('Europe/Berlin');
    assert.ok(berlin);
    assert.equal(offsetAt(berlin, Date.UTC(2024, 0, 1)), 60);
    assert.equal(offsetAt(berlin, Date.UTC(2024, 6, 1)), 120);
    assert.equal(labelAt(berlin, Date.UTC(2024, 6, 1)), 'CEST');
  });

  it('reads wall clocks that daylight saving skips and repeats', () => {
    const newYork = zoneNamed('America/New_York');
    assert.ok(newYork);
    const iso = (wall: number) => new Date(instantOf(newYork, wall)).toISOString();
    assert.equal(iso(Date.UTC(2024, 2, 10, 2, 30)), '2024-03-10T07:30:00.000Z');
    assert.equal(iso(Date.UTC(2024, 10, 3, 1, 30)), '2024-11-03T05:30:00.000Z');
  });

  it('goes from the wall clock to the instant and back', () => {
    const zones = ['UTC', 'PST', 'UTC+05:45', 'Asia/Kathmandu', 'Africa/Lagos'].map(name => zoneNamed(name));
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({min: 0, max: 4_000_000_000}), (zone, seconds) => {
        assert.ok(zone);
        const wall = seconds * 1000;
        assert.equal(wallOf(zone, instantOf(zone, wall)), wall);
      }),
    );
  });

  const texts: readonly (readonly [string, string | undefined])[] = [
    ['Timeline (all times in UTC)', 'UTC'],
    ['Timeline (all times Greenwitch, United Kingdom)', 'GMT'],
    ['Timeline(all times pacific Time):', 'America/Los_Angeles'],
    ['Timeline (PST) 4/21/23', 'PST'],
    ['Timeline (PT)', 'America/Los_Angeles'],
    ['Timeline of PT', undefined],
    ['Timeline (Europe/Berlin)', 'Europe/Berlin'],
    ['Timeline of sales/berlin', undefined],
    ['Timeline (all times PST/PDT)', 'America/Los_Angeles'],
    ['Timeline (all times CET/local)', 'CET'],
    ['Timeline (Eastern Time)', 'America/New_York'],
    ['Timeline (East African Time)', 'EAT'],
    ['Timeline of the central time server', undefined],
    ['Timeline (Recovery Time)', undefined],
    ['All times PT', 'America/Los_Angeles'],
    ['All times are in Lagos time.', 'Africa/Lagos'],
    ['All times are approximate', undefined],
    ['Timeline of events', undefined],
  ];
  for (const [text, expected] of texts) {
    it(`finds ${expected} in '${text}'`, () => {
      assert.equal(findZone(text, 0, text.length)?.zone.name, expected);
    });
  }
});
