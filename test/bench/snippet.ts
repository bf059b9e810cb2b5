import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { type BuiltFile, buildCore, buildPage } from '../../build.mjs';
import { startBrowser, userAgent } from '../browser/browser.ts';
import { startCollector } from '../browser/snippet-collector.ts';
import { startShop } from '../browser/snippet-shop.ts';
import { type Costs, traceCosts } from '../browser/trace-costs.ts';

/** Opens no window and no page of its own, so it is the calmest. */
const shell = '/usr/bin/chromium-headless-shell';

/** Products on the page, as on a large category page. */
const products = 80;

/**
 * What a shop's own scripts always touch. A browser makes its interfaces (an element's takes 64 KB, `Navigator` 16 KB) for
 * whichever script of a page is the first to touch one, and this tells those from what is only ours.
 */
const ownScript = `document.documentElement.className = /Mobi/.test(navigator.userAgent) ? 'phone' : 'desk'`;

/**
 * What the snippet costs a shop's page: bytes of each file, and on a page of 80 products without slots, each time beside the
 * same page without us, the milliseconds of processor time that the page's main thread and its scripts take longer, heap,
 * and the longest task in which our scripts ran on a processor at a quarter of its speed.
 */
export async function benchSnippet(rounds: number) {
  const files = await mkdtemp(join(tmpdir(), 'vitrina-bench-'));
  const snippet = await buildPage(files);
  const core = await buildCore(files);
  const bytes = {
    core: await weigh([core.core]),
    first: await weigh([snippet.v]),
    idle: await weigh([snippet.auto]),
    onPagesThatNeedIt: await weigh([snippet.answers, snippet.banners, snippet.dialects, snippet.handover, snippet.woo]),
  };
  const collector = await startCollector(files);
  const shop = await startShop(collector.origin);
  const browser = await startBrowser(existsSync(shell) ? shell : undefined);
  try {
    shop.file('/own.js', ownScript);
    const own = '<script src="/own.js"></script>';
    const body = page();
    const addresses = {
      with: shop.page('/with', { body }),
      without: shop.page('/without', { body, head: '' }),
      ownWith: shop.page('/own-with', { body, head: own + shop.tag() }),
      ownWithout: shop.page('/own-without', { body, head: own }),
    };
    const visits: { [A in keyof typeof addresses]: Visit[] } = { with: [], without: [], ownWith: [], ownWithout: [] };
    const slow: Visit[] = [];
    const open = (address: string, slower = 1) => visit(browser, address, collector.origin, slower);
    // One round to warm up.
    for (let round = 0; round <= rounds; round++) {
      for (const name of ['without', 'with', 'ownWithout', 'ownWith'] as const) {
        const seen = await open(addresses[name]);
        if (round > 0) visits[name].push(seen);
      }
      const seen = await open(addresses.with, 4);
      if (round > 0) slow.push(seen);
    }
    const added = (name: 'main' | 'scripts' | 'heap') =>
      visits.with.map((seen, round) => seen[name] - (visits.without[round]?.[name] ?? 0));
    const heap = (name: keyof typeof visits) => median(visits[name].map((seen) => seen.heap)) / 1024;
    return {
      browser: `${existsSync(shell) ? 'chromium-headless-shell' : 'chromium'} ${browser.version()}`,
      rounds,
      bytes: { ...bytes, everything: bytes.first + bytes.idle },
      addedCpuMs: {
        scripts: figures(added('scripts')),
        scriptsThatCarryOurAddress: figures(visits.with.map(({ ours }) => ours)),
        mainThread: figures(added('main')),
      },
      longestTaskMsAtQuarterSpeed: figures(slow.map(({ tasks }) => Math.max(...tasks))),
      addedHeapKB: {
        besideNoScript: round(heap('with') - heap('without')),
        besideAnOwnScript: round(heap('ownWith') - heap('ownWithout')),
      },
    };
  } finally {
    await browser.close();
    shop.stop();
    collector.stop();
    await rm(files, { recursive: true });
  }
}

interface Visit extends Costs {
  heap: number;
}

async function visit(browser: Browser, address: string, ours: string, slower: number): Promise<Visit> {
  const context = await browser.newContext({ userAgent, viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const costs = await traceCosts(page, ours);
  await page.goto(address);
  // The view, its answer, and what loads when the page is idle.
  await page.waitForTimeout(1_500);
  const seen = await costs();
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await context.close();
  return { ...seen, heap: usedSize };
}

function page(): string {
  const card = (_: unknown, number: number) =>
    `<li><a href="/p${number}"><img src="/picture.svg" alt="" width="120" height="120"><b>Mug ${number}</b><i>2,55</i></a></li>`;
  return `<ul>${Array.from({ length: products }, card).join('')}</ul>`;
}

/** Bytes with brotli 11. */
async function weigh(files: BuiltFile[]): Promise<number> {
  const all = files.map(async ({ path }) => brotliCompressSync(await readFile(path)).length);
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
