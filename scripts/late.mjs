/**
 * Packages that hardly any document needs are evaluated when one of their functions or classes is used for the first time, not when the
 * program starts.
 *
 * @param {Readonly<Record<string, readonly string[]>>} functions and classes that are imported, by their package; others cannot be
 * @returns {import('esbuild').Plugin}
 */
export function evaluateLate(functions) {
  const packages = new RegExp(`^(?:${Object.keys(functions).join('|')})$`);
  return {
    name: 'evaluate-late',
    setup({onResolve, onLoad}) {
      onResolve({filter: packages}, ({path, namespace, kind, resolveDir}) => {
        // What stands in for a package asks for what is needed of it, and that for the package itself.
        if (namespace === 'needed') return undefined;
        const isNeeded = namespace === 'late' && kind === 'require-call';
        return {path, namespace: isNeeded ? 'needed' : 'late', pluginData: resolveDir};
      });
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
      onLoad({filter: /./, namespace: 'needed'}, ({path, pluginData}) => ({
        contents: `export {${functions[path]?.join(', ')}} from '${path}';`,
        resolveDir: pluginData,
      }));
    },
  };
}

/** @param {string} name */
function exportOf(name) {
  return `export ${name === 'default' ? 'default' : `const ${name} =`} late('${name}');`;
}
