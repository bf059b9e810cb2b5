/** `npm run bench -- NAME`: bundles the benches, as Node 20 reads no TypeScript, and runs one. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildIfStale } from '../../build.mjs';

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
await buildIfStale();
await build({
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  // It finds the sources by its own place.
  external: ['../../build.mjs'],
  splitting: true,
  sourcemap: true,
  logLevel: 'warning',
  loader: { '.sql': 'text' },
  entryPoints: {
    bench: 'test/bench/bench.ts',
    bare: 'test/bench/bare.ts',
    load: 'test/bench/load.ts',
    watch: 'test/bench/watch.ts',
  },
  outdir: 'dist/bench',
});
await import('../../dist/bench/bench.js');
