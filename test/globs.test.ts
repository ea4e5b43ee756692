import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import {matcher} from '../server/globs.ts';
import {defaults} from '../server/settings.ts';

describe('globs', () => {
  const cases: [glob: string, matches: string[], others: string[]][] = [
    ['*.md', ['a.md', '.md'], ['a/b.md', 'a.mdx']],
    ['**/*.md', ['a.md', 'a/b.md', 'a/b/c.md'], ['a.txt']],
    ['docs/**', ['docs/a', 'docs/a/b', 'docs'], ['doc/a', 'docs2/a']],
    ['**/incident*/**', ['incidents/a.md', 'x/incident-7/y/z.md'], ['my-incidents/a.md', 'x/README.md']],
    ['{ops,sre}/*.{md,markdown}', ['ops/a.md', 'sre/b.markdown'], ['dev/a.md', 'ops/a.txt']],
    ['{a,{b,c}d}', ['a', 'bd', 'cd'], ['b', 'd']],
    ['pm-[0-9][!a-c].md', ['pm-1d.md'], ['pm-1a.md', 'pm-xd.md', 'pm-1/.md']],
    ['./a.md', ['a.md'], []],
    ['?.md', ['a.md'], ['ab.md', '/.md']],
    ['POST*.md', ['postMortem.md'], []],
    ['a\\*b', ['a*b'], ['axb']],
    ['[x', ['[x'], ['x']],
    ['{x', ['{x'], ['x']],
    ['', [''], ['a']],
  ];
  for (const [glob, matches, others] of cases)
    it(`'${glob}'`, () => {
      const test = matcher([glob]);
      for (const path of matches) assert.equal(test(path), true, path);
      for (const path of others) assert.equal(test(path), false, path);
    });

  it('finds postmortems by the default globs', () => {
    const test = matcher(defaults.files);
    for (const path of [
      'postmortem.md',
      'docs/Postmortems/2024/x.md',
      'a/2023-post-mortem-db.md',
      'incidents/7/README.md',
    ])
      assert.equal(test(path), true, path);
    for (const path of ['README.md', 'docs/post.md', 'coincident.md']) assert.equal(test(path), false, path);
  });

  it('agrees with picomatch', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '**/', '?', '/**/', '{a,b}', '[ab]', 'c');
    const glob = fc
      .array(piece, {minLength: 1, maxLength: 6})
      .map(pieces => pieces.join(''))
      .filter(isOrdinary);
    const path = fc
      .array(fc.constantFrom('a', 'b', '/', 'c'), {minLength: 1, maxLength: 6})
      .map(parts => parts.join(''))
      .filter(isPath);
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        const options = {dot: true, nocase: true, windows: false};
        assert.equal(matcher([pattern])(file), picomatch.makeRe(pattern, options).test(file));
      }),
      {numRuns: 3000},
    );
  });

  it('takes no longer for a pattern made to be slow', () => {
    const started = performance.now();
    assert.equal(matcher([`${'*a'.repeat(100)}b`])('a'.repeat(500)), false);
    assert.equal(matcher([`${'{a,aa}'.repeat(60)}b`])('a'.repeat(500)), false);
    assert.ok(performance.now() - started < 1000);
  });
});

function isOrdinary(glob: string): boolean {
  return (
    !glob.includes('//') &&
    !/[^/]\*\*|\*\*[^/]|\/\*\*$/.test(glob) &&
    !glob.includes('***') &&
    !glob.startsWith('/') &&
    !glob.endsWith('/')
  );
}

function isPath(path: string): boolean {
  return !path.includes('//') && !path.startsWith('/') && !path.endsWith('/');
}
