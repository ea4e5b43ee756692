import {readdirSync, readFileSync} from 'node:fs';
import {corpora, isBeside} from '../beside.ts';

export interface Document {
  readonly name: string;
  readonly text: string;
}

const own = 'test/fixtures/documents';

/** Every Markdown file of the corpora that are there, and of the project's own fixtures. */
export function documents(): Document[] {
  return [...corpora.filter(isBeside).flatMap(markdownFiles), ...ownDocuments()];
}

/** Documents of the project's own in all the shapes that authors give them. */
export function ownDocuments(): Document[] {
  return markdownFiles(own);
}

function markdownFiles(folder: string): Document[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.md'));
  return names.map(name => ({name, text: readFileSync(`${folder}/${name}`, 'utf8')}));
}
