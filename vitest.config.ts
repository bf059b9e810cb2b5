import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** What esbuild's text loader does in the build: migrations and the widgets' styles are imported as strings. */
const asText = {
  name: 'as-text',
  enforce: 'pre' as const,
  async load(id: string) {
    if (!id.endsWith('.sql') && !/\/widgets\/.*\.css$/.test(id)) return null;
    return `export default ${JSON.stringify(await readFile(id, 'utf8'))}`;
  },
};

export default defineConfig({
  plugins: [asText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', 'dist/**'],
    // Most files wait for a browser or a server of theirs, and leave a core to spare.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // A wait ends as soon as the thing is there: these are for a machine that does much else.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    globalSetup: ['test/setup.ts'],
  },
});
