import type {Reading} from '../../model/reading.ts';
import type {TemplateSection} from '../../model/template.ts';
import {mainTitles, titleText} from './layout.ts';
import {remember} from './remember.ts';

/** Words that stay small within a title. */
const small = new Set('a an and as at by for from in of on or the to vs with'.split(' '));

/** A section's title as the document writes its own: "Root Cause and Resolution" where all of them are in title case. */
export function titleFor(reading: Reading, {title}: TemplateSection): string {
  return usesTitleCase(reading) ? inTitleCase(title) : title;
}

/** Titles that stand as the template has them, or of one word, say nothing of how the author writes. */
const usesTitleCase = remember(({sections}: Reading): boolean => {
  const all = sections.flatMap(section =>
    mainTitles(section).map(title => ({own: titleText(title), spec: section.spec})),
  );
  const telling = all.filter(({own}) => /\p{L}\s+\p{L}/u.test(own));
  const isOwn = telling.some(({own, spec}) => own !== spec.title && /\s\p{Lu}\p{Ll}/u.test(own));
  return isOwn && telling.every(({own}) => own === inTitleCase(own));
});

function inTitleCase(title: string): string {
  return title.replaceAll(/(?<![\p{L}\p{M}\p{N}'’])\p{Ll}[\p{L}\p{M}'’]*/gu, (word, at: number) =>
    at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}
