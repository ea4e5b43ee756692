import assert from 'node:assert/strict';
import {Configurations} from '../../server/configuration.ts';
import {beginPostmortem, templateItems} from '../../server/features/new-postmortem.ts';
import {judge} from '../../server/judge.ts';
import {templateIds} from '../../server/templates/all.ts';

const root = 'file:///work';
const files = new Map([
  [`${root}/ops/.postmortem.yaml`, 'template: team.md\n'],
  [`${root}/ops/team.md`, '# Review of {{ title }}\n\n## What we saw\n\n## What we change\n'],
]);

function configurationOf(path: string) {
  const configurations = new Configurations({read: async uri => files.get(uri)});
  return configurations.of({uri: `${root}/${path}`, root, settings: []});
}

describe('Templates to choose from', () => {
  it('are the built-in ones, the default one first', async () => {
    const items = templateItems(await configurationOf('incidents/new.md'));
    assert.deepEqual(
      items.map(({id}) => id),
      templateIds,
    );
    assert.deepEqual(
      items.filter(({preferred}) => preferred).map(({id}) => id),
      ['classic'],
    );
  });

  it("have the team's own in front", async () => {
    const [first, ...others] = templateItems(await configurationOf('ops/new.md'));
    assert.equal(first?.id, 'team.md');
    assert.equal(first?.preferred, true);
    assert.deepEqual(
      others.map(({id}) => id),
      templateIds,
    );
  });
});

describe('New postmortem', () => {
  const date = '2024-03-05';

  for (const id of templateIds) {
    it(`follows ${id} wherever it lies`, async () => {
      for (const path of ['incidents/new.md', 'notes/new.md']) {
        const configuration = await configurationOf(path);
        const {text} = beginPostmortem({template: id, title: 'Mail was late', date}, configuration);
        assert.equal(judge(text, configuration)?.report.template.id, id, path);
      }
    });
  }

  it("follows the team's own", async () => {
    const configuration = await configurationOf('ops/incidents/new.md');
    const made = beginPostmortem({template: 'team.md', title: 'Mail was late', date}, configuration);
    assert.equal(made.fileName, '2024-03-05-mail-was-late.md');
    assert.match(made.text, /^# Review of Mail was late\n\n## What we saw\n/);
  });

  it('says which template it follows only where that is not clear', async () => {
    const configuration = await configurationOf('incidents/new.md');
    const begin = (template: string) => beginPostmortem({template, title: '', date}, configuration).text;
    assert.ok(!begin('classic').startsWith('---'));
  });
});
