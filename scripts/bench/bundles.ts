import {build, type Metafile} from 'esbuild';
import {buildOptions, loader} from '../build.mjs';
import {readTemplates} from '../templates.mjs';

const folder = 'out/bench';

/** What only the benchmarks run. */
const own = ['bare-server', 'full-server', 'linter-server', 'remark-server', 'memory-probe'] as const;

export interface Bundles {
  /** Files of what is shipped, as it is shipped: `server.cjs`, `extension.cjs`, `web/server.js`. */
  readonly shipped: Readonly<Record<string, Metafile>>;
  /** @returns path of a bundle */
  path(name: 'server.cjs' | 'extension.cjs' | 'cli.cjs' | `${(typeof own)[number]}.cjs`): string;
}

let made: Promise<Bundles> | undefined;

/** Builds for production, once, and not into `dist/`, which may hold what someone is debugging. */
export function makeBundles(): Promise<Bundles> {
  made ??= make();
  return made;
}

async function make(): Promise<Bundles> {
  const outputs = await Promise.all(buildOptions(true).map(makeShipped));
  await build({
    entryPoints: own.map(name => `scripts/bench/${name}.ts`),
    outdir: folder,
    outExtension: {'.js': '.cjs'},
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    loader,
    plugins: [readTemplates],
    logLevel: 'warning',
  });
  return {shipped: Object.fromEntries(outputs), path: name => `${folder}/${name}`};
}

async function makeShipped(options: ReturnType<typeof buildOptions>[number]): Promise<readonly [string, Metafile]> {
  const name = (options.outfile ?? '').replace('dist/', '');
  const {metafile} = await build({...options, outfile: `${folder}/${name}`, metafile: true});
  return [name, metafile];
}
