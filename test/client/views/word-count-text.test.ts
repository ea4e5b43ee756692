import assert from 'node:assert/strict';
import {wordCountText} from '../../../client/views/word-count-text.ts';
import {reportOf, sectionOf, translate} from '../reports.ts';

describe('Word count in the status bar', () => {
  const text = (words: number, wordRange: {min?: number; max?: number}, selected?: number) =>
    wordCountText(reportOf({words, wordRange}), selected, translate);

  it('shows words and range', () => {
    assert.equal(text(455, {min: 400, max: 600}).text, '455 / 400–600 words');
    assert.equal(text(455, {min: 400}).text, '455 / ≥ 400 words');
    assert.equal(text(455, {max: 600}).text, '455 / ≤ 600 words');
    assert.equal(text(455, {}).text, '455 words');
  });

  it('warns where a finding does, not where it is ignored or switched off', () => {
    const warns = (wordsMarked: boolean) =>
      wordCountText(reportOf({words: 399, wordRange: {min: 400}, wordsMarked}), undefined, translate);
    assert.equal(warns(true).outOfRange, true);
    assert.equal(warns(false).outOfRange, false);
    assert.equal(warns(false).accessibleLabel, '399 words, 1 too few');
  });

  it('counts the selection when there is one, without a warning', () => {
    const report = reportOf({words: 200, wordRange: {min: 400, max: 600}, wordsMarked: true});
    const {text: shown, outOfRange} = wordCountText(report, 123, translate);
    assert.equal(shown, '123 of 200 words');
    assert.equal(outOfRange, false);
  });

  it('tells a screen reader how far it is', () => {
    assert.equal(text(380, {min: 400, max: 600}).accessibleLabel, '380 words, 20 too few');
    assert.equal(text(640, {min: 400, max: 600}).accessibleLabel, '640 words, 40 too many');
    assert.equal(text(500, {min: 400, max: 600}).accessibleLabel, '500 words, within the range');
  });

  it('lists the words of each section in the tooltip', () => {
    const sections = [
      sectionOf({id: 'summary', title: 'Issue Summary', words: 120}),
      sectionOf({id: 'impact', title: 'Impact', parent: 'summary', words: 40}),
      sectionOf({id: 'timeline', title: 'Timeline', status: 'empty', words: 1}),
      sectionOf({id: 'cause', title: 'Root Cause', status: 'missing'}),
      sectionOf({id: 'notes', title: 'Notes', status: 'missing', optional: true}),
    ];
    const {tooltip} = wordCountText(reportOf({words: 121, wordRange: {min: 400}, sections}), undefined, translate);
    assert.deepEqual(tooltip.split('\n'), [
      '**121 words, 279 too few**',
      '',
      '| Section | Words |',
      '|:--|--:|',
      '| Issue Summary | 120 |',
      '| &emsp;Impact | 40 |',
      '| Timeline | empty |',
      '| Root Cause | missing |',
      '| Notes | – |',
      '',
    ]);
  });

  it('takes titles for text, never for Markdown', () => {
    const sections = [sectionOf({id: 'x', title: '[a](command:b) | <img> $(bug)\n**c**'})];
    const {tooltip} = wordCountText(reportOf({sections}), undefined, translate);
    assert.match(tooltip, /\\\[a\\\]\\\(command\\:b\\\) \\\| \\<img\\> \\\$\\\(bug\\\) \\\*\\\*c\\\*\\\* \|/);
  });
});
