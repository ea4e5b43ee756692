import assert from 'node:assert/strict';
import {type PictureMessage, readPageMessage, timelinePage} from '../../../client/views/timeline-page.ts';

describe('Page of the timeline', () => {
  const page = timelinePage({language: 'en', title: 'T "1" <b>', empty: '<img src=x onerror=alert(1)>'}, 'secret');

  it('runs no script and takes no style but its own', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-secret'; style-src 'nonce-secret'",
    );
    const elements = [...page.matchAll(/<(script|style)([^>]*)>/g)];
    assert.equal(elements.length, 2);
    for (const [element, , attributes] of elements) assert.equal(attributes, ' nonce="secret"', element);
  });

  it('takes texts for text', () => {
    assert.ok(!page.includes('<img'));
    assert.ok(!page.includes('<b>'));
    assert.match(page, /aria-label="T &quot;1&quot; &lt;b&gt;"/);
  });

  it('has a script that is one', () => {
    const script = /<script[^>]*>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    assert.doesNotThrow(() => new Function(script));
  });

  it('puts in a picture only where it is another, lest a click on it be lost', () => {
    const script = /<script[^>]*>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    const drawn: string[] = [];
    const element = {
      hidden: true,
      querySelectorAll: () => [],
      set innerHTML(svg: string) {
        drawn.push(svg);
      },
    };
    const listeners = new Map<string, (event: {data: PictureMessage}) => void>();
    const run = new Function('acquireVsCodeApi', 'document', 'addEventListener', script);
    run(
      () => ({postMessage: () => undefined}),
      {getElementById: () => element},
      (type: string, listener: (event: {data: PictureMessage}) => void) => listeners.set(type, listener),
    );
    for (const svg of [null, '<svg/>', '<svg/>', '<svg></svg>', null, null]) listeners.get('message')?.({data: {svg}});
    assert.deepEqual(drawn, ['', '<svg/>', '<svg></svg>', '']);
  });
});

describe('Message of the page', () => {
  it('is read when it is one', () => {
    assert.deepEqual(readPageMessage({type: 'ready', line: 3}), {type: 'ready'});
    assert.deepEqual(readPageMessage({type: 'open', line: 3}), {type: 'open', line: 3});
  });

  it('is dropped when it is none', () => {
    for (const message of [
      undefined,
      null,
      'open',
      7,
      {},
      {type: 'open'},
      {type: 'open', line: -1},
      {type: 'run', line: 1},
    ])
      assert.equal(readPageMessage(message), undefined, JSON.stringify(message));
    for (const line of [1.5, '1', NaN, Infinity]) assert.equal(readPageMessage({type: 'open', line}), undefined);
  });
});
