/**
 * Packages that hardly any document needs are evaluated when one of their functions or classes is called for the first time, not when
 * the program starts.
 *
 * @param {Readonly<Record<string, readonly string[]>>} functions and classes that are imported, by their package; others cannot be
 * @returns {import('esbuild').Plugin}
 */
export function evaluateLate(functions) {
  const names = Object.keys(functions);
  return {
    name: 'evaluate-late',
    setup({onResolve, onLoad}) {
      onResolve({filter: new RegExp(`^(?:${names.join('|')})$`)}, ({path, namespace, resolveDir}) =>
        // What stands in for a package asks for the package itself.
        namespace === 'late' ? undefined : {path, namespace: 'late', pluginData: resolveDir},
      );
      onLoad({filter: /./, namespace: 'late'}, ({path, pluginData}) => ({
        contents: `const own = name => require('${path}')[name];
          const late = name => new Proxy(function () {}, {
            apply: (_, self, values) => Reflect.apply(own(name), self, values),
            construct: (_, values) => Reflect.construct(own(name), values),
            get: (_, key) => own(name)[key],
          });
          ${(functions[path] ?? []).map(exportOf).join('\n')}`,
        resolveDir: pluginData,
      }));
    },
  };
}

/** @param {string} name */
function exportOf(name) {
  return `export ${name === 'default' ? 'default' : `const ${name} =`} late('${name}');`;
}
