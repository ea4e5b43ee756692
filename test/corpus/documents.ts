import {existsSync, readdirSync, readFileSync} from 'node:fs';

/** Real documents beside the project, where they are. */
const corpora = ['../shared/corpus/dev', '../shared/corpus/industry'];

/** Every Markdown file of the corpora that are there, and of the project's own fixtures. */
export function documents(): {readonly name: string; readonly text: string}[] {
  return [...corpora, 'test/fixtures/documents'].filter(existsSync).flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.md'))
      .map(name => ({name, text: readFileSync(`${folder}/${name}`, 'utf8')})),
  );
}
