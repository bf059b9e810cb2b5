import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCore, buildSnippet, buildWidgets } from '../build.mjs';

let files: string;
let snippet: Metafile;
let auto: Metafile;
let dialects: Metafile;
let core: Metafile;
let widgets: Metafile;

beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'vitrina-budget-'));
  const built = await buildWidgets(files);
  widgets = built.metafile;
  ({ metafile: snippet, auto, dialects } = await buildSnippet(files, built.runtime));
  core = (await buildCore(files)).metafile;
});

afterAll(() => rm(files, { recursive: true }));

/** Bytes of each file, minified and with brotli 11. */
async function weigh({ outputs }: Metafile) {
  const root = resolve(import.meta.dirname, '..');
  const files = Object.entries(outputs).map(async ([path, { entryPoint }]) => {
    const bytes = brotliCompressSync(await readFile(resolve(root, path))).length;
    return { file: entryPoint ?? 'shared', bytes };
  });
  return Promise.all(files);
}

const sum = (sizes: { bytes: number }[]) => sizes.reduce((total, { bytes }) => total + bytes, 0);

async function shown(metafile: Metafile, files: string[]) {
  const sizes = await weigh(metafile);
  console.table(sizes);
  expect(sizes.map(({ file }) => file)).toEqual(files);
  return sizes;
}

test('collecting alone is at most 2,000 bytes', async () => {
  expect(sum(await shown(core, ['snippet/core.ts']))).toBeLessThanOrEqual(2_000);
});

test('what the tag loads first, to collect and to decide, is at most 2,500 bytes', async () => {
  expect(sum(await shown(snippet, ['snippet/v.ts']))).toBeLessThanOrEqual(2_500);
});

test('with what loads when the page is idle the snippet is at most 3,800 bytes', async () => {
  const first = sum(await shown(snippet, ['snippet/v.ts']));
  expect(first + sum(await shown(auto, ['snippet/auto.ts']))).toBeLessThanOrEqual(3_800);
});

test('what loads beside it only on a page that speaks another language is at most 1,450 bytes', async () => {
  expect(sum(await shown(dialects, ['snippet/dialects.ts']))).toBeLessThanOrEqual(1_450);
});

test('with Preact the runtime of the widgets is at most 5,350 bytes, a shelf 900, all widgets together 6,400', async () => {
  const sizes = await weigh(widgets);
  console.table(sizes);
  const parts = ['shared', 'widgets/greeting/view.tsx', 'widgets/runtime.ts', 'widgets/shelf/view.tsx'];
  expect(sizes.map(({ file }) => file).sort()).toEqual(parts);
  expect(sum(sizes)).toBeLessThanOrEqual(6_400);
  const of = (part: string) => sum(sizes.filter(({ file }) => file === part));
  expect(of('shared') + of('widgets/runtime.ts')).toBeLessThanOrEqual(5_350);
  expect(of('widgets/shelf/view.tsx')).toBeLessThanOrEqual(900);
});

test('a tag is at most 200 bytes', () => {
  const tag =
    '<script async src="https://shop-window.example.com/v.js" data-site="s_0123456789abcdef" data-consent="granted"></script>';
  expect(tag.length).toBeLessThanOrEqual(200);
});

test('the snippet is made of snippet/ alone, the widgets of widgets/ and preact', () => {
  const inputs = [snippet, auto, dialects].flatMap((metafile) => Object.keys(metafile.inputs));
  const files = inputs.filter((path) => !path.startsWith('<define:'));
  expect(files.filter((path) => !path.startsWith('snippet/'))).toEqual([]);
  const others = Object.keys(widgets.inputs).filter((path) => !path.startsWith('widgets/'));
  expect(others).toEqual(['node_modules/preact/dist/preact.module.js']);
});
