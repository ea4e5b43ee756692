import {type Judgement, templateFor} from './judge.ts';
import {isCut} from './model/markdown/limits.ts';
import {read} from './model/read.ts';
import type {Reading} from './model/reading.ts';
import {inOneGo, type Steps} from './model/steps.ts';
import type {Template} from './model/template.ts';
import {fixAllInSteps} from './rules/fix-all.ts';

/**
 * What `fixAll` makes of a judged text. Where the template is recognised by the sections, it may be another one once their titles
 * are headings or missing ones are added, and ask for other sections. So what is mended must stay as it is under the template that
 * it has then. If it does not, nothing is added that would make another template of it, and of that one no section is added either.
 *
 * @returns the text as it was, where it comes to rest in none of these ways, or is too long to be read to its end: what seems to be
 *   missing may stand there.
 */
export function mend(judgement: Judgement): string {
  return inOneGo(mendInSteps(judgement));
}

/** As `mend`. */
export function* mendInSteps({report, reading, settings, circumstances}: Judgement): Steps<string> {
  const {text, template, limits} = report;
  if (isCut(limits)) return text;
  const adding = settings;
  const keeping = {...settings, rules: {...settings.rules, 'missing-section': 'off' as const}};
  const mended = (each: Reading, under: Template, how: typeof settings) =>
    fixAllInSteps(under === each.template ? each : read(each.text, under, each), how);
  function* templateOf(each: Reading): Steps<Template> {
    return (yield* templateFor(each.text, circumstances, each)) ?? template;
  }

  const whole = yield* mended(reading, template, adding);
  if (whole.text === text) return text;
  const other = yield* templateOf(whole);
  if (other === template || (yield* mended(whole, other, adding)).text === whole.text) return whole.text;
  /** Is it what mending it again would make of it? */
  function* rests(each: Reading): Steps<boolean> {
    const under = yield* templateOf(each);
    const more = yield* mended(each, under, adding);
    if (more.text === each.text) return true;
    const then = yield* templateOf(more);
    if (then === under || (yield* mended(more, then, adding)).text === more.text) return false;
    return (yield* mended(each, under, keeping)).text === each.text;
  }
  const kept = yield* mended(reading, template, keeping);
  if (yield* rests(kept)) return kept.text;
  const second = yield* mended(reading, other, keeping);
  return (yield* rests(second)) ? second.text : text;
}
