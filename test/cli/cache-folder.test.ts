import assert from 'node:assert/strict';
import {chmodSync, chownSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {CacheFolder, userCacheFolder} from '../../server/cli/cache-folder.ts';
import {KnownOutcomes} from '../../server/cli/known-outcomes.ts';
import {TestFolder} from '../protocol/client.ts';

describe('cache folder', () => {
  let home: TestFolder;
  beforeEach(() => {
    home = new TestFolder();
  });
  afterEach(() => home.dispose());

  const text = (folder: CacheFolder | undefined, name: string) => folder?.read(name)?.toString();

  it('lies where each system wants it', () => {
    const {path} = home;
    const places = [
      {platform: 'linux', environment: {HOME: path}, below: '.cache/postmortem'},
      {platform: 'linux', environment: {HOME: '/nowhere', XDG_CACHE_HOME: join(path, 'xdg')}, below: 'xdg/postmortem'},
      {platform: 'darwin', environment: {HOME: path}, below: 'Library/Caches/postmortem'},
      {platform: 'win32', environment: {LOCALAPPDATA: join(path, 'local')}, below: 'local/postmortem'},
    ] as const;
    for (const {platform, environment, below} of places) {
      userCacheFolder(environment, platform)?.write('a', Buffer.from('one'));
      assert.deepEqual(readdirSync(join(path, below)), ['a']);
    }
  });

  it('is nowhere when the environment does not say', () => {
    for (const environment of [{}, {HOME: ''}, {HOME: 'relative'}, {HOME: home.path, XDG_CACHE_HOME: '.'}])
      assert.equal(userCacheFolder(environment, 'linux'), undefined);
  });

  it('gives back what was written under a name, the last of it', () => {
    const folder = new CacheFolder(join(home.path, 'deep/er'));
    assert.equal(folder.read('a'), undefined);
    folder.write('a', Buffer.from('one'));
    folder.write('a', Buffer.from('two'));
    folder.write('b', Buffer.from(''));
    assert.equal(text(folder, 'a'), 'two');
    assert.equal(text(folder, 'b'), '');
    assert.deepEqual(readdirSync(join(home.path, 'deep/er')), ['a', 'b']);
    assert.equal(statSync(join(home.path, 'deep/er')).mode & 0o077, 0);
  });

  it('gives nothing of what stands under another name, is cut or changed', () => {
    const folder = new CacheFolder(home.path);
    folder.write('a', Buffer.from('some content'));
    symlinkSync('a', join(home.path, 'b'));
    assert.equal(text(folder, 'a'), 'some content');
    assert.equal(folder.read('b'), undefined);
    writeFileSync(join(home.path, 'c'), 'some content');
    assert.equal(folder.read('c'), undefined);
  });

  it('gives nothing of what others have or could have written', () => {
    const folder = new CacheFolder(home.path);
    folder.write('a', Buffer.from('one'));
    for (const mode of [0o620, 0o602]) {
      chmodSync(join(home.path, 'a'), mode);
      assert.equal(folder.read('a'), undefined);
    }
    chmodSync(join(home.path, 'a'), 0o644);
    assert.equal(text(folder, 'a'), 'one');
    if (process.getuid?.() !== 0) return;
    chownSync(join(home.path, 'a'), 65_534, 65_534);
    assert.equal(folder.read('a'), undefined);
  });

  it('drops what was used longest ago when it holds too many files', () => {
    const folder = new CacheFolder(home.path);
    for (let index = 0; index < 230; index++) {
      writeFileSync(join(home.path, `old-${index}`), '');
      utimesSync(join(home.path, `old-${index}`), 1000, 1000);
    }
    folder.write('used', Buffer.from('used'));
    utimesSync(join(home.path, 'used'), 1500, 1500);
    assert.equal(text(folder, 'used'), 'used');
    folder.write('new', Buffer.from('new'));
    const left = readdirSync(home.path);
    assert.equal(left.length, 200);
    assert.ok(left.includes('used') && left.includes('new'));
  });
});

describe('known outcomes', () => {
  let home: TestFolder;
  beforeEach(() => {
    home = new TestFolder();
  });
  afterEach(() => home.dispose());

  const outcome = {isPostmortem: true, isDraft: false, findings: 1, fixable: 0, fails: true};
  const key = (index: number) => String(index).padStart(43, '0');

  it('are kept for as long as they are used, and others up to a bound', () => {
    const folder = new CacheFolder(home.path);
    for (let run = 0; run < 8; run++) {
      const known = new KnownOutcomes(folder, ['context']);
      assert.equal(known.get(key(0)) !== undefined, run > 0);
      known.set(key(0), {...outcome, parts: [':1:1 first']});
      for (let index = 1; index <= 10; index++)
        known.set(key(100 * run + index), {...outcome, parts: ['long '.repeat(10_000)]});
      known.keep();
    }
    const known = new KnownOutcomes(folder, ['context']);
    assert.deepEqual(known.get(key(0))?.parts, [':1:1 first']);
    assert.ok(known.get(key(701)));
    assert.ok(known.get(key(601)));
    assert.equal(known.get(key(1)), undefined);
    const [file = ''] = readdirSync(home.path);
    assert.ok(statSync(join(home.path, file)).size < 3_000_000);
  });

  it('are those of a context', () => {
    const folder = new CacheFolder(home.path);
    const known = new KnownOutcomes(folder, ['here']);
    known.set(key(1), {...outcome, parts: []});
    known.keep();
    assert.equal(new KnownOutcomes(folder, ['there']).get(key(1)), undefined);
    assert.ok(new KnownOutcomes(folder, ['here']).get(key(1)));
  });
});
