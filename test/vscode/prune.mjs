/** Drops the built-in extensions that the tests do not use; the largest alone has 55 MB. */
import {readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {quietBuiltins, root} from './server.mjs';

const extensions = join(root, 'extensions');
for (const name of readdirSync(extensions).filter(name => !quietBuiltins.test(name))) {
  rmSync(join(extensions, name), {recursive: true, force: true});
}
