const irregular: Readonly<Record<string, string>> = {
  be: 'am is are was were been being',
  become: 'became become',
  begin: 'began begun beginning',
  break: 'broke broken',
  bring: 'brought',
  build: 'built',
  catch: 'caught',
  come: 'came come',
  cut: 'cut',
  dig: 'dug',
  do: 'does did done',
  draw: 'drew drawn',
  fall: 'fell fallen',
  feel: 'felt',
  find: 'found',
  freeze: 'froze frozen',
  get: 'got gotten',
  give: 'gave given',
  go: 'goes went gone',
  grow: 'grew grown',
  hear: 'heard',
  hit: 'hit',
  hold: 'held',
  keep: 'kept',
  lead: 'led',
  leave: 'left',
  lose: 'lost',
  make: 'made',
  mistake: 'mistook mistaken',
  mislead: 'misled',
  overload: 'overloaded',
  put: 'put',
  rebuild: 'rebuilt',
  rerun: 'reran rerun',
  reset: 'reset',
  rewrite: 'rewrote rewritten',
  rise: 'rose risen',
  run: 'ran run',
  say: 'said',
  see: 'saw seen',
  send: 'sent',
  set: 'set',
  shut: 'shut',
  speak: 'spoke spoken',
  spend: 'spent',
  spin: 'spun',
  take: 'took taken',
  tell: 'told',
  think: 'thought',
  throw: 'threw thrown',
  undo: 'undoes undid undone',
  withdraw: 'withdrew withdrawn',
  write: 'wrote written',
};

/**
 * What a word in a list of phrases stands for: `~page` is page, pages, paged, paging; `page~ed` its past forms; `page~ing` its
 * gerund; any other word itself. Where it cannot be known whether a consonant doubles both spellings are given; forms that do
 * not exist do no harm.
 */
export function wordForms(word: string): readonly string[] {
  if (word.startsWith('~')) return inflected(word.slice(1));
  if (word.endsWith('~ed')) return pastForms(word.slice(0, -3));
  return word.endsWith('~ing') ? gerunds(word.slice(0, -4)) : [word];
}

function inflected(verb: string): readonly string[] {
  const forms = new Set([verb, thirdPerson(verb), ...gerunds(verb)]);
  for (const form of irregular[verb]?.split(' ') ?? pasts(verb)) forms.add(form);
  return [...forms];
}

function pastForms(verb: string): readonly string[] {
  return (irregular[verb]?.split(' ') ?? pasts(verb)).filter(form => !form.endsWith('ing') && !form.endsWith('es'));
}

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function gerunds(verb: string): string[] {
  if (/[^eoy]e$/.test(verb)) return [`${verb.slice(0, -1)}ing`];
  return doubles(verb) ? [`${verb}ing`, `${verb}${verb.at(-1)}ing`] : [`${verb}ing`];
}

function pasts(verb: string): string[] {
  if (verb.endsWith('e')) return [`${verb}d`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`];
  return doubles(verb) ? [`${verb}ed`, `${verb}${verb.at(-1)}ed`] : [`${verb}ed`];
}

/** One vowel before one consonant at the end: `stop`, `flag`, `cancel`, but also `open`. */
function doubles(verb: string): boolean {
  return /[^aeiou][aeiou][bdgklmnprt]$/.test(verb);
}
