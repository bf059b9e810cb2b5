import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import type { Metafile } from 'esbuild';
import { buildCore, buildSnippet, buildWidgets } from '../../build.mjs';
import { startBrowser, userAgent } from '../browser/browser.ts';
import { startCollector } from '../browser/snippet-collector.ts';
import { startShop } from '../browser/snippet-shop.ts';
import { traceCosts } from '../browser/trace-costs.ts';

/** Products on the page, as on a large category page. */
const products = 80;

/**
 * What the snippet costs a shop's page: bytes of each file, and on a page of 80 products without slots the processor time
 * of our scripts, the longest task in which they ran on a processor at a quarter of its speed, and heap, each page in turn
 * with the same page without us.
 */
export async function benchSnippet(rounds: number) {
  const files = await mkdtemp(join(tmpdir(), 'vitrina-bench-'));
  const { runtime } = await buildWidgets(files);
  const snippet = await buildSnippet(files, runtime);
  const core = await buildCore(files);
  const bytes = {
    core: await weigh(core.metafile),
    first: await weigh(snippet.metafile),
    idle: await weigh(snippet.auto),
  };
  const collector = await startCollector(files);
  const shop = await startShop(collector.origin);
  const browser = await startBrowser();
  try {
    const body = page();
    const addresses = { with: shop.page('/with', { body }), without: shop.page('/without', { body, head: '' }) };
    const heap = { with: [] as number[], without: [] as number[] };
    const all: number[] = [];
    const longest: number[] = [];
    // One round to warm up.
    for (let round = 0; round <= rounds; round++) {
      const without = await visit(browser, addresses.without, collector.origin, 1);
      const ours = await visit(browser, addresses.with, collector.origin, 1);
      const slow = await visit(browser, addresses.with, collector.origin, 4);
      if (round === 0) continue;
      heap.without.push(without.heap);
      heap.with.push(ours.heap);
      all.push(ours.scripts);
      longest.push(Math.max(...slow.tasks));
    }
    return {
      bytes: { ...bytes, everything: bytes.first + bytes.idle },
      cpuMs: figures(all),
      longestTaskMsAtQuarterSpeed: figures(longest),
      heapKB: round((median(heap.with) - median(heap.without)) / 1024),
    };
  } finally {
    await browser.close();
    shop.stop();
    collector.stop();
    await rm(files, { recursive: true });
  }
}

async function visit(browser: Browser, address: string, ours: string, slower: number) {
  const context = await browser.newContext({ userAgent, viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const costs = await traceCosts(page, ours);
  await page.goto(address);
  // The view, its answer, and what loads when the page is idle.
  await page.waitForTimeout(1_500);
  const { tasks, scripts } = await costs();
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await context.close();
  return { tasks, scripts, heap: usedSize };
}

function page(): string {
  const card = (_: unknown, number: number) =>
    `<li><a href="/p${number}"><img src="/picture.svg" alt="" width="120" height="120"><b>Mug ${number}</b><i>2,55</i></a></li>`;
  return `<ul>${Array.from({ length: products }, card).join('')}</ul>`;
}

/** Bytes with brotli 11. */
async function weigh({ outputs }: Metafile): Promise<number> {
  const root = resolve(process.cwd());
  const all = Object.keys(outputs).map(async (path) => brotliCompressSync(await readFile(resolve(root, path))).length);
  return (await Promise.all(all)).reduce((sum, bytes) => sum + bytes, 0);
}

function figures(values: number[]) {
  return { median: round(median(values)), least: round(Math.min(...values)), most: round(Math.max(...values)) };
}

const round = (value: number) => Math.round(value * 100) / 100;

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
