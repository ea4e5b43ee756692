import type {Reading, Wrapper} from '../../model/reading.ts';
import type {Edit, Span} from '../../model/text.ts';
import {newline} from './layout.ts';

/** The fence or comment that a place stands in, though it is read as Markdown. */
export function wrapperAround({wrapper, text}: Reading, offset: number): Wrapper | undefined {
  if (!wrapper || offset < (wrapper.cut ?? wrapper.open.end)) return undefined;
  return offset < (wrapper.close?.start ?? text.length) ? wrapper : undefined;
}

/** What a place stands in only because its end was forgotten. */
export function neverClosed(reading: Reading, offset: number): 'code block' | 'comment' | undefined {
  const wrapper = wrapperAround(reading, offset);
  if (wrapper?.cut === undefined) return undefined;
  return reading.text.slice(wrapper.open.start, wrapper.open.end).trimStart().startsWith('<!--')
    ? 'comment'
    : 'code block';
}

/** Takes the fence around the document away, or ends what was never ended. */
export function unwrap(reading: Reading, wrapper: Wrapper): Edit[] {
  if (wrapper.cut !== undefined) return [closeBefore(reading, wrapper, wrapper.cut)];
  const {lines, text} = reading;
  const from = (span: Span) => ({
    start: span.start,
    end: lines.find(({start}) => start > span.end)?.start ?? text.length,
    text: '',
  });
  return wrapper.close ? [from(wrapper.open), from(wrapper.close)] : [from(wrapper.open)];
}

/** Behind the last line in front of the place that says anything. */
function closeBefore(reading: Reading, wrapper: Wrapper, cut: number): Edit {
  const {text} = reading;
  const nl = newline(text);
  const at = text.slice(0, cut).trimEnd().length;
  const opening = /^(?:`+|~+)/.exec(text.slice(wrapper.open.start, wrapper.open.end).trimStart())?.[0];
  const isApart = /[\r\n][^\S\r\n]*[\r\n]/.test(text.slice(at, cut).replaceAll('\r\n', '\n'));
  return {start: at, end: at, text: `${nl}${opening ?? '-->'}${isApart ? '' : nl}`};
}
