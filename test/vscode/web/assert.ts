/** Stands for `node:assert/strict` in a web worker, as far as the suite uses it. */
class AssertionError extends Error {
  override name = 'AssertionError';
}

export function ok(value: unknown, message = `${value} is not truthy`): asserts value {
  if (!value) throw new AssertionError(message);
}

export function equal(actual: unknown, expected: unknown, message = ''): void {
  ok(Object.is(actual, expected), `${message} ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

export function deepEqual(actual: unknown, expected: unknown, message = ''): void {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

export function match(actual: string, expected: RegExp): void {
  ok(expected.test(actual), `${JSON.stringify(actual)} does not match ${expected}`);
}

export default Object.assign(ok, {ok, equal, deepEqual, match});
