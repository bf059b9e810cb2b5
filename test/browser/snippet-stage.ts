import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { buildPage } from '../../build.mjs';
import type { PageEvent } from '../../snippet/protocol.ts';
import type { Vitrina } from '../../snippet/window.ts';
import { startBrowser, userAgent } from './browser.ts';
import { startCollector } from './snippet-collector.ts';
import { startShop } from './snippet-shop.ts';

declare global {
  interface Window {
    problems: string[];
  }
  /** Inside of `page.evaluate`. */
  const vitrina: Vitrina;
}

/** For each test of a file a shop, a collector that serves the real build, and a phone's page that is not open yet. */
export const stage = {} as {
  files: string;
  collector: Awaited<ReturnType<typeof startCollector>>;
  shop: Awaited<ReturnType<typeof startShop>>;
  context: BrowserContext;
  page: Page;
};

export function setStage() {
  let browser: Browser;

  beforeAll(async () => {
    stage.files = await mkdtemp(join(tmpdir(), 'vitrina-snippet-'));
    await buildPage(stage.files);
    browser = await startBrowser();
  });

  beforeEach(async () => {
    stage.collector = await startCollector(stage.files);
    stage.shop = await startShop(stage.collector.origin);
    stage.context = await browser.newContext({ userAgent, viewport: { width: 412, height: 823 } });
    stage.page = await stage.context.newPage();
  });

  afterEach(async () => {
    const problems = await stage.page.evaluate(() => window.problems ?? []);
    await stage.context.close();
    stage.shop.stop();
    stage.collector.stop();
    expect(problems).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await rm(stage.files, { recursive: true });
  });
}

/** What the snippet says by itself as a page is left. */
const unasked = ['engagement', 'scroll', 'web_vital'];

export const names = (events: PageEvent[]) => events.map(({ name }) => name).filter((name) => !unasked.includes(name));

/** The names of all events up to a marker that is sent now: how to see that something was not sent. */
export async function settled(): Promise<string[]> {
  const { page, collector } = stage;
  const before = names(collector.events()).filter((name) => name === 'marker').length;
  await page.waitForFunction(() => window.vitrina?.loaded);
  await page.evaluate(() => vitrina('marker'));
  return names(await collector.until('marker', before + 1));
}
