import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';

interface LockedPackage {
  readonly version?: string;
  /** Checksum of what is downloaded. */
  readonly integrity?: string;
  readonly link?: boolean;
  /** Of another platform, perhaps: what was not downloaded where the file was made has no checksum. */
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Dependencies = Readonly<Record<string, string>>;

/** Folders that packages are installed in. */
const folders = ['.', 'test/vscode', 'scripts/bench/peers'];

for (const folder of folders)
  describe(`The lock file of ${folder}`, () => {
    const lock: {packages: Record<string, LockedPackage>} = read(`${folder}/package-lock.json`);
    const manifest: {dependencies?: Dependencies; devDependencies?: Dependencies} = read(`${folder}/package.json`);

    it('has one version and a checksum of each package from elsewhere', () => {
      const loose = Object.entries(lock.packages).filter(
        ([path, {version, integrity, link, optional}]) =>
          path.includes('node_modules/') && !link && !(version && (optional || integrity?.startsWith('sha512-'))),
      );
      assert.deepEqual(loose, []);
    });

    it('is that of exact versions', () => {
      for (const [name, version] of Object.entries({...manifest.dependencies, ...manifest.devDependencies})) {
        assert.match(version, /^(?:\d+\.\d+\.\d+[\w.-]*|npm:[@\w/.-]+@\d+\.\d+\.\d+[\w.-]*|file:.+)$/, name);
        const locked = lock.packages[`node_modules/${name}`];
        if (!locked?.link && !version.startsWith('npm:')) assert.equal(locked?.version, version, name);
      }
    });
  });

describe('The lock file', () => {
  it('names the packages of every platform, else `npm ci` refuses it on a fresh machine', () => {
    const lock: {packages: Record<string, LockedPackage>} = read('package-lock.json');
    const missing = Object.entries(lock.packages).flatMap(([path, {optionalDependencies = {}}]) =>
      Object.keys(optionalDependencies).filter(
        name => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
      ),
    );
    assert.deepEqual(missing, []);
  });
});

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}
