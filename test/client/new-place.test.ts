import assert from 'node:assert/strict';
import {
  cleanPath,
  fileInTheWay,
  forbiddenCharacter,
  localDate,
  longName,
  usualFolder,
} from '../../client/commands/new-place.ts';

describe('Place of a new postmortem', () => {
  it('is where most of the others lie', () => {
    const paths = ['docs/incidents/a.md', 'docs/incidents/b.md', 'old/postmortem-2019.md', 'docs/guide.md'];
    assert.equal(usualFolder(paths), 'docs/incidents');
  });

  it('is beside the folders of others that have one each', () => {
    const paths = ['incidents/2024-03-05/README.md', 'incidents/2024-04-02/README.md', 'docs/postmortem.md'];
    assert.equal(usualFolder(paths), 'incidents');
  });

  it('is the folder itself when the others lie there', () => {
    assert.equal(usualFolder(['postmortem-1.md', 'postmortem-2.md']), '');
  });

  it('is a folder of its own when there are none', () => {
    assert.equal(usualFolder([]), 'postmortems');
    assert.equal(usualFolder(['blog/posts/postage.md']), 'postmortems');
  });
});

describe('Path that someone typed', () => {
  it('gets slashes and an extension', () => {
    assert.equal(cleanPath(' incidents\\queue '), 'incidents/queue.md');
    assert.equal(cleanPath('a//./b.MD'), 'a/b.MD');
  });

  it('must not lead outside', () => {
    assert.equal(cleanPath('../other/x.md'), undefined);
    assert.equal(cleanPath('a/../../x.md'), undefined);
    assert.equal(cleanPath('  '), undefined);
    for (const path of ['/etc/x.md', ' /etc/x.md', '\\\\server\\x.md', '~/x.md'])
      assert.equal(cleanPath(path), undefined);
    assert.equal(cleanPath('~draft.md'), '~draft.md');
  });
});

describe('Name that someone typed', () => {
  it('has no characters that some systems refuse', () => {
    assert.equal(forbiddenCharacter('incidents/2024-05-09-checkout.md'), undefined);
    assert.equal(forbiddenCharacter('incidents\\störung – 2.md'), undefined);
    for (const character of ':"?*<>|') assert.equal(forbiddenCharacter(`a/b${character}c.md`), character);
  });
});

describe('Folder that someone typed', () => {
  const asked: string[] = [];
  const isFile = async (path: string) => {
    asked.push(path);
    return path === 'docs/README.md';
  };

  it('must not be a file', async () => {
    assert.equal(await fileInTheWay('docs/README.md/2024/x.md', isFile), 'docs/README.md');
    assert.equal(await fileInTheWay('docs/2024/x.md', isFile), undefined);
    assert.deepEqual(asked, ['docs', 'docs/README.md', 'docs', 'docs/2024']);
  });

  it('must have a name that file systems take', () => {
    assert.equal(longName(`docs/${'ü'.repeat(128)}/x.md`), 'ü'.repeat(128));
    assert.equal(longName(`docs/${'u'.repeat(252)}.md`), undefined);
  });
});

describe('Date of a new postmortem', () => {
  it('is the day at the place of its author', () => {
    assert.equal(localDate(new Date(2024, 2, 5, 23, 59)), '2024-03-05');
  });
});
