import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltFile, buildCore, buildSnippet, buildWidgets } from '../build.mjs';

let files: string;
let snippet: Awaited<ReturnType<typeof buildSnippet>>;
let core: BuiltFile;
let widgets: Metafile;

beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'vitrina-budget-'));
  const built = await buildWidgets(files);
  widgets = built.metafile;
  snippet = await buildSnippet(files, built.runtime);
  ({ core } = await buildCore(files));
});

afterAll(() => rm(files, { recursive: true }));

/** Bytes of a file with brotli 11. */
async function bytesOf(path: string) {
  return brotliCompressSync(await readFile(path)).length;
}

/** Bytes of these files together; each is told. */
async function sum(parts: Record<string, BuiltFile>) {
  const sizes = await Promise.all(
    Object.entries(parts).map(async ([file, { path }]) => ({ file, bytes: await bytesOf(path) })),
  );
  console.table(sizes);
  return sizes.reduce((total, { bytes }) => total + bytes, 0);
}

test('collecting alone is at most 2,000 bytes', async () => {
  expect(await sum({ core })).toBeLessThanOrEqual(2_000);
});

test('what the tag loads first, to collect and to decide, is at most 2,500 bytes', async () => {
  expect(await sum({ v: snippet.v })).toBeLessThanOrEqual(2_500);
});

test('with what loads when the page is idle, all that every page loads is at most 3,800 bytes', async () => {
  expect(await sum({ v: snippet.v, auto: snippet.auto })).toBeLessThanOrEqual(3_800);
});

/** All others, each with its budget, load only on pages that need them. */
const budgets = { answers: 380, banners: 1_600, dialects: 1_450, handover: 650, woo: 1_000 };

test('what only pages load that ask for consent, that have forms of ours, that speak another language or that lead to other domains has its own budgets', async () => {
  for (const [name, budget] of Object.entries(budgets)) {
    const part = Object.entries(snippet).find(([one]) => one === name)?.[1];
    expect(part, name).toBeDefined();
    if (part) expect(await sum({ [name]: part }), name).toBeLessThanOrEqual(budget);
  }
  expect(Object.keys(snippet).sort()).toEqual(['auto', ...Object.keys(budgets), 'v'].sort());
});

test('with Preact the runtime of the widgets is at most 5,350 bytes, a shelf 900, with a greeting 6,400, a form 1,200, and what shows people their own data 2,500', async () => {
  const root = resolve(import.meta.dirname, '..');
  const outputs = Object.entries(widgets.outputs);
  const sizes = await Promise.all(
    outputs.map(async ([path, { entryPoint }]) => ({
      file: entryPoint ?? 'shared',
      bytes: await bytesOf(resolve(root, path)),
    })),
  );
  console.table(sizes);
  const parts = [
    'shared',
    'widgets/form/view.tsx',
    'widgets/greeting/view.tsx',
    'widgets/runtime.ts',
    'widgets/shelf/view.tsx',
    'widgets/your-data/view.tsx',
  ];
  expect(sizes.map(({ file }) => file).sort()).toEqual(parts);
  const of = (...names: string[]) =>
    sizes.filter(({ file }) => names.includes(file)).reduce((total, { bytes }) => total + bytes, 0);
  expect(of('shared', 'widgets/runtime.ts')).toBeLessThanOrEqual(5_350);
  expect(of('widgets/shelf/view.tsx')).toBeLessThanOrEqual(900);
  expect(of(...parts) - of('widgets/form/view.tsx', 'widgets/your-data/view.tsx')).toBeLessThanOrEqual(6_400);
  expect(of('widgets/your-data/view.tsx')).toBeLessThanOrEqual(2_500);
  expect(of('widgets/form/view.tsx')).toBeLessThanOrEqual(1_200);
});

test('a tag is at most 200 bytes', () => {
  const tag =
    '<script async src="https://shop-window.example.com/v.js" data-site="s_0123456789abcdef" data-consent="granted"></script>';
  expect(tag.length).toBeLessThanOrEqual(200);
});

test('the snippet is made of snippet/ alone, the widgets of widgets/ and preact', () => {
  const inputs = Object.values(snippet).flatMap((part) => part.inputs);
  const files = inputs.filter((path) => !path.startsWith('<define:'));
  expect(files.filter((path) => !path.startsWith('snippet/'))).toEqual([]);
  const others = Object.keys(widgets.inputs).filter((path) => !path.startsWith('widgets/'));
  expect(others).toEqual(['node_modules/preact/dist/preact.module.js']);
});
