import assert from 'node:assert/strict';
import {Configurations} from '../../server/configuration.ts';
import {beginPostmortem, templateItems} from '../../server/features/new-postmortem.ts';
import {judge} from '../../server/judge.ts';

const root = 'file:///work';
const team = '# Review of {{ title }}\n\n## What we saw\n\n## What we change\n';
const other = '# {{ title }}\n\n## Who is affected\n\n## Why\n';

function worldOf(files: Readonly<Record<string, string>>) {
  const read: string[] = [];
  const configurations = new Configurations({
    async read(uri, within) {
      read.push(uri);
      assert.ok(uri.startsWith(`${within}/`), `${uri} lies outside of ${within}`);
      return files[uri.slice(root.length + 1)];
    },
  });
  const of = (path: string) => configurations.of({uri: `${root}/${path}`, root, settings: []});
  return {configurations, of, read};
}

describe("a team's own templates", () => {
  it('are chosen by glob, the first that matches', async () => {
    const {of} = worldOf({
      '.postmortem.yaml':
        "template: docs/team.md\ntemplates:\n  'shop/**': docs/shop.md\n  'shop/old/**': google-sre\n  '**/*.sre.md': google-sre\n",
      'docs/team.md': team,
      'docs/shop.md': other,
    });
    const chosen = async (path: string) => {
      const {template, settings} = await of(path);
      return [template?.template.id, settings.template, template?.source];
    };
    assert.deepEqual(await chosen('pm.md'), ['team', 'docs/team.md', '.postmortem.yaml']);
    assert.deepEqual(await chosen('shop/pm.md'), ['shop', 'docs/shop.md', '.postmortem.yaml']);
    assert.deepEqual(await chosen('shop/old/pm.md'), ['shop', 'docs/shop.md', '.postmortem.yaml']);
    assert.deepEqual(await chosen('a/b.sre.md'), ['google-sre', 'google-sre', '.postmortem.yaml']);
    assert.deepEqual((await of('pm.md')).problems, []);
  });

  it('may be different in each folder', async () => {
    const {of} = worldOf({
      '.postmortem.yaml': 'template: google-sre\n',
      'shop/.postmortem.yaml': 'template: pm.md\n',
      'shop/pm.md': other,
    });
    assert.equal((await of('incidents/a.md')).template?.template.id, 'google-sre');
    assert.equal((await of('shop/incidents/a.md')).template?.template.id, 'pm');
  });

  it('are reported where they are not there', async () => {
    const {of} = worldOf({
      '.postmortem.yaml': "templates:\n  'a/**': docs/none.md\n  'b/**': clasic\n  'c/**': ../x.md\n",
    });
    assert.deepEqual((await of('pm.md')).problems, [
      ".postmortem.yaml: There is no template 'docs/none.md'",
      ".postmortem.yaml: There is no template 'clasic'; did you mean 'classic'?",
      ".postmortem.yaml: The template '../x.md' lies outside of the folder of its configuration and is not read",
    ]);
  });

  it('are those that a document names in its front matter', async () => {
    const {configurations, of} = worldOf({'docs/team.md': team});
    const judged = async (name: string) => {
      const text = `---\ntemplate: ${name}\n---\n\n# Mail was late\n\n## What we saw\n\nx\n`;
      const configuration = await configurations.withTemplateOf(text, await of('notes/a.md'));
      return {judgement: judge(text, configuration), problems: configuration.problems};
    };
    const {judgement, problems} = await judged('docs/team.md');
    assert.deepEqual(problems, []);
    assert.equal(judgement?.report.template.id, 'team');
    assert.equal(judgement.reason, 'set in the front matter');
    assert.deepEqual(
      judgement.findings.map(({message}) => message),
      ["Section 'What we change' is missing; it belongs after 'What we saw'"],
    );
    assert.deepEqual((await judged('docs/none.md')).problems, ["There is no template 'docs/none.md'"]);
    assert.deepEqual((await judged('clasic')).problems, ["There is no template 'clasic'; did you mean 'classic'?"]);
    // Sites have templates of pages: they are none of ours.
    for (const name of ['post.html', 'post', 'layouts/blog-post', 'page.njk'])
      assert.deepEqual((await judged(name)).problems, [], name);
    for (const path of [
      '../secret.md',
      '/etc/passwd',
      'docs/../../x.md',
      'file:///etc/passwd',
      'https://example.com/x.md',
    ])
      assert.equal((await judged(path)).judgement?.report.template.id ?? 'none', 'none', path);
  });

  it('are offered where they lie in their usual place, and not forced upon anyone', async () => {
    const {configurations, of} = worldOf({
      'docs/postmortem-template.md': team,
      '.github/ISSUE_TEMPLATE/incident.md': `---\nname: Incident\nabout: What happened\nlabels: incident\n---\n\n${other}`,
      'templates/postmortem.md': team,
      'postmortems/template.md': 'No headings here.\n',
    });
    const configuration = await of('postmortems/a.md');
    assert.equal(configuration.template, undefined);
    const offered = await configurations.offered(configuration);
    assert.deepEqual(
      offered.map(({name}) => name),
      ['docs/postmortem-template.md', '.github/ISSUE_TEMPLATE/incident.md'],
    );
    const items = templateItems(configuration, offered);
    assert.equal(items[0]?.id, 'classic');
    assert.deepEqual(
      items.slice(1, 3).map(({id, name}) => [id, name]),
      [
        ['docs/postmortem-template.md', 'postmortem template'],
        ['.github/ISSUE_TEMPLATE/incident.md', 'Incident'],
      ],
    );
    const {text} = beginPostmortem(
      {template: 'docs/postmortem-template.md', title: 'Mail was late', date: '2024-03-05'},
      configuration,
      offered,
    );
    assert.ok(text.startsWith('---\ntemplate: docs/postmortem-template.md\n---\n\n# Review of Mail was late\n'));
    const again = await configurations.withTemplateOf(text, configuration);
    assert.equal(judge(text, again)?.report.template.scaffold, team);
  });

  it('are not offered twice', async () => {
    const {configurations, of} = worldOf({
      '.postmortem.yaml': 'template: docs/postmortem-template.md\n',
      'docs/postmortem-template.md': team,
    });
    assert.deepEqual(await configurations.offered(await of('a.md')), []);
  });
});
