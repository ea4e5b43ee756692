import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** Every link of a page to something in the repository, from where the page lies. */
function linksOf(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => join(dirname(page), path));
}

/** Rows of its tables, without their heads. */
function rowsOf(page: string): string[][] {
  const lines = readFileSync(page, 'utf8').split('\n');
  const rows = lines.filter((line, index) => line.startsWith('| ') && !lines[index + 1]?.startsWith('|--'));
  return rows.map(row => row.split('|').slice(1, -1));
}

describe('What is promised', () => {
  for (const page of ['SECURITY.md', 'docs/robustness.md'])
    it(`in ${page} links to tests that there are`, () => {
      const links = linksOf(page);
      assert.ok(links.filter(path => path.endsWith('.test.ts')).length > 10);
      assert.deepEqual(
        links.filter(path => !existsSync(path)),
        [],
      );
    });

  it('for security is tested, each promise', () => {
    const untested = rowsOf('SECURITY.md').filter(([, , tests = '']) => !tests.includes('.test.ts)'));
    assert.deepEqual(untested, []);
  });
});
