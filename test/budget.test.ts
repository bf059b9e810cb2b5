import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltFile, buildCore, buildPage } from '../build.mjs';
import { definitions } from '../widgets/definitions.ts';

let files: string;
let page: Awaited<ReturnType<typeof buildPage>>;
let core: BuiltFile;

beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'vitrina-budget-'));
  page = await buildPage(files);
  ({ core } = await buildCore(files));
});

afterAll(() => rm(files, { recursive: true }));

/** Bytes of a file with brotli 11. The version in the names of files is another one for each build, and packs by luck: here it is the same. */
async function bytesOf(path: string) {
  const text = await readFile(path, 'utf8');
  return brotliCompressSync(text.replace(/\b[0-9A-F]{8}\b/g, '640AAC43')).length;
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
  expect(await sum({ v: page.v })).toBeLessThanOrEqual(2_500);
});

test('with what loads when the page is idle, all that every page loads is at most 3,800 bytes', async () => {
  expect(await sum({ v: page.v, auto: page.auto })).toBeLessThanOrEqual(3_800);
});

/** All others, each with its budget, load only on pages that need them. */
const budgets = { answers: 380, banners: 1_600, dialects: 1_530, handover: 650, rank: 1_250, woo: 1_000 } as const;
const widgets = {
  runtime: 5_520,
  shelf: 900,
  /** Loads for staff alone. */
  editor: 4_800,
  greeting: 600,
  form: 1_710,
  'your-data': 2_600,
  finder: 2_600,
  message: 1_140,
  'add-shelf': 2_000,
  alert: 1_360,
  coupon: 1_780,
  html: 1_500,
  loan: 940,
  'order-status': 900,
  prefill: 4_560,
  survey: 2_060,
  overlay: 2_600,
} as const;

test('what only some pages load has its own budgets: those that ask for consent, have forms of ours, speak another language, are WooCommerce’s, lead to other domains, have lists that are ranked', async () => {
  await keepTo(budgets);
  expect(Object.keys(page).sort()).toEqual(['auto', 'v', ...Object.keys(budgets), ...Object.keys(widgets)].sort());
});

test('with Preact the runtime of the widgets is one file of at most 5,520 bytes, a shelf 900, a form 1,710, what shows people their own data 2,600, what finds products 2,600, and what fills in an order form 4,560', async () => {
  await keepTo(widgets);
});

test('every widget that there is has a budget', () => {
  expect(Object.keys(widgets)).toEqual(expect.arrayContaining(Object.keys(definitions)));
});

async function keepTo(limits: Partial<Record<keyof typeof page, number>>) {
  for (const [name, part] of Object.entries(page)) {
    const limit = Object.entries(limits).find(([one]) => one === name)?.[1];
    if (limit !== undefined) expect(await sum({ [name]: part }), name).toBeLessThanOrEqual(limit);
  }
}

test('a tag is at most 200 bytes', () => {
  const tag =
    '<script async src="https://shop-window.example.com/v.js" data-site="s_0123456789abcdef" data-consent="granted"></script>';
  expect(tag.length).toBeLessThanOrEqual(200);
});

test('the snippet is made of snippet/ alone, the widgets of widgets/ and preact', () => {
  const inputsOf = (isWidget: boolean) =>
    Object.entries(page)
      .filter(([name]) => name in widgets === isWidget)
      .flatMap(([, part]) => part.inputs)
      .filter((path) => !path.startsWith('<define:'));
  expect(inputsOf(false).filter((path) => !path.startsWith('snippet/'))).toEqual([]);
  const others = inputsOf(true).filter((path) => !path.startsWith('widgets/'));
  expect(others).toEqual(['node_modules/preact/dist/preact.module.js']);
});
