import {gap} from '../model/gap.ts';
import type {Span} from '../model/text.ts';

/** A gap that its author was to fill: `{{ what happened }}`, `<add name here>`, `YYYY-MM-DD`, `(to be filled in)`, `TBD`. */
export interface Placeholder extends Span {
  /** What is to be filled in, without marks: `what happened`. */
  readonly hint: string;
}

/** Tags that may stand with a bare attribute, as in `<details open>`. */
const tags =
  'a|audio|button|details|dialog|div|form|iframe|img|input|link|object|ol|option|p|script|select|span|table|td|textarea|th|track|video';

/**
 * One alternative for each form. Angle brackets count only around two words or more without `=`, quotation marks and slashes, so
 * that neither HTML tags nor addresses are taken for gaps; square ones only around what asks for something ("[insert link]",
 * "[name]") and is no link.
 */
const forms = [
  gap,
  new RegExp(
    String.raw`\\?<(?!(?:${tags}|start of|end of|this|that|these|those|each|some)\b)(?=[a-z]+ )[^<>=/"'\n@:]{3,80}\\?>`,
  ),
  /\[(?:[Ii]nsert|[Aa]dd|[Ee]nter|[Ff]ill in|[Dd]escribe|[Yy]our|[Nn]ames?|[Dd]ate|[Tt]ime|[Tt]itle|[Oo]wner|tbd|[Pp]laceholder)\b[^[\]\n]{0,60}\](?![([:])/,
  /\([Tt]o be (?:added|completed|filled|written)\b[^()\n]{0,60}\)/,
  /\b(?:YYYY|yyyy|20[Xx]{2}|[Xx]{4})[-/.](?:MM|mm|[Xx]{2})[-/.](?:DD|dd|[Xx]{2})\b/,
  /\b(?:DD|dd)[-/.](?:MM|mm)[-/.](?:YYYY|yyyy|YY|yy)\b/,
  /\b(?:HH|hh|[Xx]{2}):(?:MM|mm|[XxYy]{2})(?::(?:SS|ss))?\b/,
  /\b(?:TBD|TBA)\b/,
  /\b[Ll]orem ipsum\b[^.\n]{0,200}/,
];
const form = new RegExp(forms.map(({source}) => `(?:${source})`).join('|'), 'g');

/** No form goes without one of these, and most lines do. */
const sign = /[{<[(]|TB[AD]|orem ipsum|YY|yy|[Xx]{2}|DD|dd|HH|hh/;

/** Placeholders in a text, in order. Offsets are UTF-16 offsets into the text. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!sign.test(text)) return [];
  return [...text.matchAll(form)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    hint: match[0].startsWith('(')
      ? match[0].slice(1, -1)
      : match[0].replaceAll(/^[\\{<[\s]+|(?<![\\}>\]\s])[\\}>\]\s]+$/g, ''),
  }));
}

export function withoutPlaceholders(text: string): string {
  return text.replaceAll(form, ' ');
}
