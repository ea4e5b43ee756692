import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {commands} from '../../server/cli/commands.ts';
import {postmortem} from './process.ts';

describe('documentation of the command line', () => {
  const page = readFileSync('docs/cli.md', 'utf8');
  const [synopsis = '', ...sections] = page.split(/^## /m);

  for (const name of Object.keys(commands))
    it(`has 'postmortem ${name}', its options and its exit codes`, async () => {
      const {out} = await postmortem('.', [name, '--help']);
      const line = synopsis.split('\n').find(each => each.startsWith(`    postmortem ${name} `)) ?? '';
      const options = [...out.matchAll(/^ +(?:-\w, {1,})?(--[\w-]+)/gm)].map(([, option = '']) => option);
      assert.deepEqual(
        options.filter(option => option !== '--help' && !line.includes(option)),
        [],
      );
      const codes = sections.find(section => section.startsWith('Exit codes\n'));
      assert.ok(codes?.includes(`\n| \`${name}\` |`));
      assert.ok(sections.some(section => section.startsWith(`${name}\n`)));
    });

  it('has each section once', () => {
    const titles = sections.map(section => section.split('\n')[0]);
    assert.deepEqual(titles, [...new Set(titles)]);
  });
});
