import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('The lock file', () => {
  it('names the packages of every platform, else `npm ci` refuses it on a fresh machine', () => {
    const lock: {packages: Record<string, LockedPackage>} = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const missing = Object.entries(lock.packages).flatMap(([path, {optionalDependencies = {}}]) =>
      Object.keys(optionalDependencies).filter(
        name => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
      ),
    );
    assert.deepEqual(missing, []);
  });
});
