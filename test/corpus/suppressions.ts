import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import type {Report} from '../../server/evidence/report.ts';
import {applyEdits} from '../../server/model/text.ts';
import {rules} from '../../server/rules/all.ts';
import {emptySection} from '../../server/rules/empty-section.ts';
import {findings, type JudgedFinding} from '../../server/rules/run.ts';
import {suppress} from '../../server/rules/suppress.ts';
import {unusedSuppression} from '../../server/rules/unused-suppression.ts';
import {wordCount} from '../../server/rules/word-count.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const settings = {rules: {}, words: {}};
const asked = rules.filter(
  rule => rule.structural || rule === emptySection || rule === wordCount || rule === unusedSuppression,
);

/** "Ignore this here" on one finding of each rule silences it and changes nothing else. */
export function holdsSuppressions(text: string): void {
  const before = makeReport(text, defaultTemplate());
  const found = findings(before, settings, asked).filter(({rule}) => rule !== 'unused-suppression');
  for (const finding of new Map(found.map(each => [each.rule, each])).values()) {
    const after = makeReport(applyEdits(text, suppress(before, finding).edits), before.template);
    // Whether a fence wraps the document is a matter of proportion, which a comment may tip.
    if (before.wrapper || after.wrapper) continue;
    assert.deepEqual(shapeOf(after), shapeOf(before), `${finding.rule}\n${after.text}`);
    const isNew = ({rule, message}: JudgedFinding) => rule !== 'unused-suppression' || message.includes(finding.rule);
    const left = findings(after, settings, asked).filter(isNew).map(keyOf);
    assert.ok(count(left, keyOf(finding)) < count(found.map(keyOf), keyOf(finding)), `${finding.rule} is still heard`);
    const others = found.filter(({rule}) => rule !== finding.rule).map(keyOf);
    assert.deepEqual(left.filter(key => !key.startsWith(`${finding.rule}:`)).sort(), others.sort());
  }
}

/** What a reader sees, and what the program makes of it. */
function shapeOf(report: Report) {
  return {
    prose: report.prose.split(/\s+/).filter(Boolean),
    headings: report.headings.map(({level, text}) => `${level} ${text}`),
    sections: report.sections.map(({spec, status, words}) => `${spec.id} ${status} ${words}`),
    kinds: report.lines.map(({kind}) => kind).filter(kind => kind !== 'comment' && kind !== 'blank'),
  };
}

function keyOf({rule, message}: JudgedFinding): string {
  return `${rule}: ${message}`;
}

function count(keys: readonly string[], key: string): number {
  return keys.filter(each => each === key).length;
}
