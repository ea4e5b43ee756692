import assert from 'node:assert/strict';
import Ajv from 'ajv';
import fc from 'fast-check';
import {configurationSchema, defaults, mergeSettings, readSettings} from '../server/settings.ts';

describe('settings', () => {
  const problems = (input: unknown) => readSettings(input).problems.map(({message}) => message);

  it('are read from whatever an editor sends', () => {
    const input = {
      enable: true,
      files: ['a/*.md'],
      words: {min: null, max: 500},
      rules: {'word-count': 'off'},
      template: null,
    };
    assert.deepEqual(readSettings(input), {
      settings: {enable: true, files: ['a/*.md'], words: {max: 500}, rules: {'word-count': 'off'}},
      problems: [],
    });
    for (const nothing of [undefined, null, {}]) assert.deepEqual(readSettings(nothing), {settings: {}, problems: []});
  });

  const mistakes: [input: unknown, ...messages: string[]][] = [
    [[], 'Settings must be a mapping of names to values'],
    [{enabel: true}, "Unknown setting 'enabel'; did you mean 'enable'?"],
    [{colour: 'red'}, "Unknown setting 'colour'"],
    [{enable: 'yes'}, "'enable' must be true or false, not 'yes'"],
    [{files: 'a.md'}, "'files' must be a list, not 'a.md'"],
    [{files: ['a.md', 7]}, "'files.1' must be text, not 7"],
    [{files: ['[']}, "'files.0': the glob '[' has a '[' that is not closed"],
    [{exclude: ['a', '{b,c/**']}, "'exclude.1': the glob '{b,c/**' has a '{' that is not closed"],
    [{files: ['']}, "'files.0': the glob '' is empty"],
    [{rules: ['word-count']}, "'rules' must be a mapping of names to values, not a list"],
    [{rules: {'word-cont': 'off'}}, "Unknown rule 'word-cont'; did you mean 'word-count'?"],
    [
      {rules: {'word-count': 'fatal'}},
      "'rules.word-count' must be one of error, warning, information, hint, off, not 'fatal'",
    ],
    [{words: {min: 2.5}}, "'words.min' must be a whole number, not 2.5"],
    [{words: {min: 9, max: 3}}, "'words': the minimum (9) is greater than the maximum (3)"],
    [{words: {minimum: 9}}, "Unknown key 'minimum'"],
    [{requirements: {x: 'no'}}, "'requirements.x' must be true or false, not 'no'"],
  ];
  for (const [input, ...messages] of mistakes)
    it(`'${messages[0]}'`, () => assert.deepEqual(problems(input), messages));

  it('keep what is right beside what is wrong', () => {
    const {settings} = readSettings({enable: 7, files: ['a', 1], rules: {'word-count': 'off', 'section-order': 1}});
    assert.deepEqual(settings, {files: ['a'], rules: {'word-count': 'off'}});
  });

  it('leave out a glob that is broken, and a list of nothing else', () => {
    const {settings} = readSettings({files: ['[', 'a/**'], exclude: ['[']});
    assert.deepEqual(settings, {files: ['a/**']});
    assert.deepEqual(readSettings({files: [], exclude: ['docs/\\[x', '[[]a', '{a,[}]}']}), {
      settings: {files: [], exclude: ['docs/\\[x', '[[]a', '{a,[}]}']},
      problems: [],
    });
  });

  it('cannot be led to a prototype', () => {
    const input = JSON.parse(
      '{"requirements": {"__proto__": true, "constructor": false}, "__proto__": {"enable": false}}',
    );
    const {settings} = readSettings(input);
    assert.equal(Object.getPrototypeOf(settings.requirements), Object.prototype);
    assert.equal(settings.enable, undefined);
    assert.equal(Object.getPrototypeOf(mergeSettings(defaults, settings).requirements), Object.prototype);
  });

  it('merge key by key within mappings', () => {
    const below = mergeSettings(defaults, {
      rules: {'word-count': 'off', 'section-order': 'hint'},
      words: {min: 10},
      files: ['a'],
    });
    const merged = mergeSettings(below, {rules: {'section-order': 'error'}, words: {max: 20}, files: ['b']});
    assert.deepEqual(merged.rules, {'word-count': 'off', 'section-order': 'error'});
    assert.deepEqual(merged.words, {min: 10, max: 20});
    assert.deepEqual(merged.files, ['b']);
  });

  it('are what their schema says', () => {
    const validate = new Ajv({strict: false}).compile(configurationSchema());
    assert.ok(validate(defaults));
    for (const [input] of mistakes.filter(([, message]) => !/the (?:minimum|glob)/.test(message ?? '')))
      assert.ok(!validate(input));
  });

  it('are read from anything without an exception, and what is read is right', () => {
    const validate = new Ajv({strict: false}).compile(configurationSchema());
    const names = fc.constantFrom(...Object.keys(defaults), 'other');
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(names, fc.anything())), input => {
        const {settings} = readSettings(input);
        assert.ok(validate(settings), JSON.stringify(settings));
      }),
    );
  });
});
