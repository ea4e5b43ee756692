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

/** Names in an order of their own: it does not matter where a field comes from. */
function fieldsOf(value: object): string[] {
  const names = new Set(Object.keys(value));
  for (let of = Object.getPrototypeOf(value); of && of !== Object.prototype; of = Object.getPrototypeOf(of)) {
    for (const [name, {get}] of Object.entries(Object.getOwnPropertyDescriptors(of))) if (get) names.add(name);
  }
  return [...names].sort();
}
