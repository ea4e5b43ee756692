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
        contents: (functions[path] ?? [])
          .map(
            name => `export function ${name}(...values) {
              const own = require('${path}').${name};
              return new.target ? new own(...values) : own(...values);
            }`,
          )
          .join('\n'),
        resolveDir: pluginData,
      }));
    },
  };
}
