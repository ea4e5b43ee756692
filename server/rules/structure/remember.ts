/** Readings and templates never change: what many rules ask of one is worked out once. */
export function remember<K extends object, T>(answer: (about: K) => T): (about: K) => T {
  const known = new WeakMap<K, {readonly answer: T}>();
  return about => {
    let found = known.get(about);
    if (!found) {
      found = {answer: answer(about)};
      known.set(about, found);
    }
    return found.answer;
  };
}
