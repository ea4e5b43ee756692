/**
 * A copy of plain objects, arrays and values: what a test compares. Objects of classes show what their getters answer, for comparisons
 * and JSON see own fields only. Functions are left out.
 */
export function plain(value: unknown): unknown {
  return copy(value, new Map());
}

function copy(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const found = known.get(value);
  if (found) return found;
  if (value instanceof Set) return ['set', ...[...value].map(each => copy(each, known))];
  if (value instanceof Map) return ['map', ...[...value].map(each => copy(each, known))];
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    known.set(value, items);
    for (const each of value) items.push(copy(each, known));
    return items;
  }
  const fields: Record<string, unknown> = {};
  known.set(value, fields);
  for (const name of fieldsOf(value)) fields[name] = copy(Reflect.get(value, name), known);
  return fields;
}

function fieldsOf(value: object): readonly string[] {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype ? Object.keys(value) : [...Object.keys(value), ...gettersOf(prototype)];
}

const getters = new Map<object | null, readonly string[]>();

/** Names of what objects of a class answer, for itself and the classes that it extends. */
function gettersOf(prototype: object | null): readonly string[] {
  if (prototype === null || prototype === Object.prototype) return [];
  const known = getters.get(prototype);
  if (known) return known;
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, {get}]) => get);
  const names = [...own.map(([name]) => name), ...gettersOf(Object.getPrototypeOf(prototype))];
  getters.set(prototype, names);
  return names;
}
