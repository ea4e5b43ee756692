import assert from 'node:assert/strict';
import fc from 'fast-check';
import {parseDocument} from 'yaml';
import {parseYaml} from '../../server/model/yaml.ts';

const parts = fc.constantFrom(
  ...[
    'a: ',
    'b: ',
    '"a": ',
    "'b': ",
    '? a',
    ': ',
    '- ',
    '1',
    'x',
    '{',
    '}',
    '[',
    ']',
    ', ',
    'a, ',
    '&a ',
    '*a',
    '!!str ',
    '<<: ',
  ],
  ...['\n', '\n', '\n', '\n  ', '\n  ', '\n    ', '# a\n', 'null: ', '~: ', '|\n  a: 1\n'],
);
const source = fc.array(parts, {maxLength: 24}).map(each => each.join(''));

describe('YAML', () => {
  it('has the mistakes that its parser finds, keys that stand twice among them', () => {
    const mistakes = (document: ReturnType<typeof parseYaml>) =>
      document?.errors.map(({code, message}) => `${code} ${message}`).sort();
    fc.assert(
      fc.property(source, text => {
        const expected = parseDocument(text, {prettyErrors: false, stringKeys: true});
        assert.deepEqual(mistakes(parseYaml(text)), mistakes(expected));
      }),
      {numRuns: 3000},
    );
  });

  it('with one key twice says where', () => {
    const [error] = parseYaml('a: 1\nb: {c: 1, d: 2, "c": 3}\n')?.errors ?? [];
    assert.deepEqual(error?.pos, [21, 22]);
    assert.equal(error?.code, 'DUPLICATE_KEY');
  });

  it('takes time that grows with its keys, not with the square of them', () => {
    const keys = (count: number) => Array.from({length: count}, (_, index) => `key${index}: 1\n`).join('');
    const time = (text: string) => {
      const begin = process.cpuUsage();
      assert.deepEqual(parseYaml(text)?.errors, []);
      const {user, system} = process.cpuUsage(begin);
      return user + system;
    };
    time(keys(1000));
    // By the square it would be 256 times.
    assert.ok(time(keys(16_000)) < 100 * time(keys(1000)));
  }).timeout(30_000);
});
