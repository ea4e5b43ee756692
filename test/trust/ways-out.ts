import {join} from 'node:path';

/** Words that stand in files outside of the repository only: whoever says them has read one. */
export const secret = 'Xylophone';
export const secretTemplate = `# ${secret}\n\n## ${secret} of today\n\n## ${secret} of tomorrow\n`;

/** Names of a template that lead, or would like to lead, out of the repository, which lies in `repository`. */
export const waysOut: Readonly<Record<string, (outside: string) => string>> = {
  'the folder above': () => '../secret.md',
  'the folder above, from below': () => 'docs/../../secret.md',
  'an absolute path': outside => join(outside, 'secret.md'),
  'a file URL': outside => `file://${outside}/secret.md`,
  'a file URL with a host': outside => `file://localhost${outside}/secret.md`,
  'percent signs': () => '..%2fsecret.md',
  'percent signs for the dots': () => '%2e%2e/secret.md',
  'percent signs twice': () => '..%252fsecret.md',
  'the slashes of Windows': () => '..\\secret.md',
  'a drive of Windows': () => 'C:\\secret.md',
  'a share of Windows': () => '\\\\server\\share\\secret.md',
  'a share, with slashes': () => '//server/share/secret.md',
  'the home folder': () => '~/secret.md',
  'a variable': () => '$HOME/secret.md',
  'a symbolic link': () => 'link.md',
  'a symbolic link to a folder': () => 'linked/secret.md',
  'a symbolic link back and forth': () => 'linked/repository/../secret.md',
  'an address of the web': () => 'https://example.com/secret.md',
  'a null character': () => '../secret.md\\u0000.md',
};
