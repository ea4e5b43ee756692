import type {Line} from '../model/reading.ts';

/** How prompts begin: */
const verbs = setOf(
  'describe explain write summarize summarise provide include specify mention insert fill identify give tell add enter attach',
);
/** verbs too, where something follows that is asked for: "report" and "note" may begin what was written. */
const nouns = setOf('list note report state outline document detail record run use discuss consider answer show link');
const questions = setOf('how what when where who whom whose why which whether if');
const articles = setOf('the a an any all each every your our its their some one two three key and or here down');
const being = setOf('is are was were');

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/**
 * What a template asks its author for and the author left standing: a whole line in italics that tells to do something. Questions are
 * none: they name what the next line answers.
 */
export function isPrompt(prose: string, {kind, lead, content}: Line): boolean {
  if (kind !== 'text' || lead?.style !== 'italic' || !lead.whole || lead.start > content.start + 1) return false;
  const words = prose.slice(lead.start, lead.end).trim().toLowerCase().split(/\s+/);
  const first = words.findIndex(word => word !== 'please' && word !== 'briefly');
  const verb = words[first] ?? '';
  const next = words[first + 1] ?? '';
  if (verbs.has(verb)) return next !== '';
  if (!nouns.has(verb)) return false;
  // "Note all times are in UTC" tells something.
  return questions.has(next) || (articles.has(next) && !(verb === 'note' && words.some(word => being.has(word))));
}
