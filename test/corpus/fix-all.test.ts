import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {makeReport} from '../../server/evidence/make-report.ts';
import {read} from '../../server/model/read.ts';
import {applyEdits} from '../../server/model/text.ts';
import {fixAll, isMended} from '../../server/rules/fix-all.ts';
import {minimalEdits} from '../../server/rules/minimal-edits.ts';
import {findings} from '../../server/rules/run.ts';
import {lostWords} from '../../server/rules/words-lost.ts';
import {builtInTemplate, defaultTemplate} from '../../server/templates/all.ts';
import {documents, ownDocuments} from './documents.ts';
import {mixture} from './mixture.ts';

const settings = {rules: {}, words: {}};

describe('fixes on save', () => {
  for (const document of documents()) {
    it(`lose no word of ${document.name}, come to rest and leave nothing to fix`, function () {
      this.timeout(20_000);
      const fixed = holdInvariants(document.text);
      addsOnlyMissing(document.text, fixed);
      const hidden = lostWords(visible(document.text), visible(fixed)).filter(word => /\p{L}/u.test(word));
      assert.deepEqual(hidden, [], 'readers see every word that they saw');
    });
  }

  for (const {name, text} of ownDocuments()) {
    it(`make of ${name} what its author meant`, () => {
      const fixed = fixAll(read(text, defaultTemplate()), settings).text;
      assert.equal(fixed, readFileSync(`test/fixtures/fixed/${name}`, 'utf8'));
    });

    it(`hold for ${name} with other line ends, a byte-order mark, front matter, and without its last line end`, () => {
      const trimmed = text.trimEnd();
      const variants = [
        text.replaceAll('\n', '\r\n'),
        `\uFEFF${text}`,
        `---\nstatus: final\n---\n${text}`,
        trimmed,
        trimmed.replaceAll('\n', '\r'),
      ];
      for (const variant of variants) {
        const fixed = holdInvariants(variant);
        if (/^[^\n]*\r[^\n]*$/.test(variant)) assert.ok(!fixed.includes('\n'));
        if (variant.includes('\r\n')) assert.doesNotMatch(fixed, /[^\r]\n|\r[^\n]/);
      }
    });
  }

  it('hold under every template', function () {
    this.timeout(60_000);
    for (const id of ['incident-report', 'google-sre', 'aws-coe'])
      for (const {text} of ownDocuments()) addsOnlyMissing(text, holdInvariants(text, id), id);
  });

  it('hold for any mixture of lines and titles', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(mixture(), text => void holdInvariants(text)),
      {numRuns: 400, endOnFailure: true},
    );
  });
});

/** What readers see; a space in code that joins its words is one. */
function visible(text: string): string {
  return makeReport(text, defaultTemplate()).prose.replaceAll('\u2060', ' ');
}

function holdInvariants(text: string, id = 'classic'): string {
  const template = builtInTemplate(id) ?? defaultTemplate();
  const fixed = fixAll(read(text, template), settings).text;
  assert.deepEqual(lostWords(text, fixed), []);
  assert.equal(fixAll(read(fixed, template), settings).text, fixed);
  const left = findings(makeReport(fixed, template), settings);
  assert.deepEqual(
    left.filter(isMended).map(({message}) => message),
    [],
  );
  assert.equal(
    findings(makeReport(text, template), settings).some(isMended),
    fixed !== text,
    'what is promised is done',
  );
  assert.equal(applyEdits(text, minimalEdits(text, fixed)), fixed);
  return fixed;
}

/** Adds no word but titles and prompts of sections that the text does not have, or of which a label names a part at best. */
function addsOnlyMissing(text: string, fixed: string, id = 'classic'): void {
  const {sections} = read(text, builtInTemplate(id) ?? defaultTemplate());
  const missing = sections.filter(({titles}) => titles.every(({match, real}) => match === 'part' && !real));
  const mayAdd = missing.flatMap(({spec}) => [spec.title, ...spec.prompts]);
  assert.deepEqual(lostWords(fixed.toLowerCase(), [text, ...mayAdd].join('\n').toLowerCase()), []);
}
