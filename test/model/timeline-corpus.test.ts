import assert from 'node:assert/strict';
import {drawIndustryFiles, hasCorpus, labelledTimelines, scoreTimelines} from '../timeline-score.ts';

if (hasCorpus()) {
  describe('timelines of real postmortems', () => {
    const labelled = labelledTimelines();

    it('are the first sixty of the draw that have one, and those passed over', () => {
      const industry = labelled.filter(({corpus}) => corpus === 'industry');
      assert.equal(industry.filter(({entries}) => entries.length > 0).length, 60);
      assert.deepEqual(
        industry.map(({file}) => file),
        drawIndustryFiles().slice(0, industry.length),
      );
    });

    it('are read as a person reads them', function () {
      this.timeout(60_000);
      const {entries, times, zones, formats, differences} = scoreTimelines(labelled);
      const report = differences.join('\n');
      assert.ok(entries.right / entries.found >= 0.97, report);
      assert.ok(entries.right / entries.labelled >= 0.97, report);
      assert.ok(times.right / times.labelled >= 0.98, report);
      assert.ok(zones.right / zones.labelled >= 0.95, report);
      assert.ok(formats.right / formats.labelled >= 0.95, report);
    });
  });
}
