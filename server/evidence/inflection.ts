/** Forms of irregular verbs by verb: those of the past first, then others, after a bar. */
const irregular = `be was were been | am is are being, become became, begin began begun | beginning, break broke broken, bring brought, build built,
  catch caught, come came, cut cut | cutting, dig dug | digging, do did done | does, draw drew drawn, fall fell fallen, feel felt, find found,
  freeze froze frozen, get got gotten | getting, give gave given, go went gone | goes, grow grew grown, hear heard, hit hit | hitting, hold held,
  keep kept, lead led, leave left, lose lost, make made, mistake mistook mistaken, mislead misled, overload overloaded, put put | putting,
  rebuild rebuilt, rerun reran rerun | rerunning, reset reset | resetting, rewrite rewrote rewritten, ring rang rung, rise rose risen,
  run ran run | running, say said, see saw seen, seek sought, send sent, set set | setting, shut shut | shutting, speak spoke spoken, spend spent,
  spin spun, take took taken, tell told, think thought, throw threw thrown, undo undid undone | undoes, wake woke woken, withdraw withdrew withdrawn,
  write wrote written`;

const irregularKeys = readIrregular();

function readIrregular(): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  const add = (form: string, key: string) => keys.set(form, [...(keys.get(form) ?? []), key]);
  for (const entry of irregular.split(',')) {
    const [past = '', others = ''] = entry.split('|');
    const [verb = '', ...pasts] = past.trim().split(/\s+/);
    for (const form of pasts) {
      add(form, `~${verb}`);
      add(form, `${verb}~ed`);
    }
    for (const form of others.trim().split(/\s+/)) add(form, `~${verb}`);
  }
  return keys;
}

/**
 * Under which keys a word of a text is looked up in phrases and word classes: as itself, as a form of each verb that it may come
 * from (`paged` is `~page`, any form of the verb, and `page~ed`, its past; `paging` is `~page` and `page~ing`, its gerund). Verbs
 * that do not exist do no harm.
 */
export function wordKeys(word: string): readonly string[] {
  const keys = [word, `~${word}`];
  const add = (key: string) => {
    if (!keys.includes(key)) keys.push(key);
  };
  irregularKeys.get(word)?.forEach(add);
  if (word.endsWith('ed')) pastKeys(word).forEach(add);
  else if (word.endsWith('ing')) gerundKeys(word).forEach(add);
  else if (word.endsWith('s')) presentKeys(word).forEach(add);
  return keys;
}

function pastKeys(word: string): string[] {
  if (word.length < 4) return [];
  return verbsOf(word.slice(0, -2)).flatMap(verb => [`~${verb}`, `${verb}~ed`]);
}

function gerundKeys(word: string): string[] {
  if (word.length < 6) return [];
  return verbsOf(word.slice(0, -3)).flatMap(verb => [`~${verb}`, `${verb}~ing`]);
}

function presentKeys(word: string): string[] {
  if (word.length < 4) return [];
  const stem = word.slice(0, -1);
  if (word.endsWith('ies')) return [`~${word.slice(0, -3)}y`, `~${stem}`];
  return word.endsWith('es') ? [`~${stem}`, `~${word.slice(0, -2)}`] : [`~${stem}`];
}

/** What may stand before `-ed` and `-ing`: `page` and `pag`, `stop` for `stopp`, `retry` for `retri`. */
function verbsOf(stem: string): string[] {
  const verbs = [stem, `${stem}e`];
  if (stem.length > 2 && stem.at(-1) === stem.at(-2)) verbs.push(stem.slice(0, -1));
  if (stem.endsWith('i')) verbs.push(`${stem.slice(0, -1)}y`);
  return verbs;
}
