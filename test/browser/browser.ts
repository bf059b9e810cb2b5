import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect } from '@playwright/test';

/** Of a page, for as long as a machine takes that does much else: it goes on as soon as it is so. */
export const expectPage = expect.configure({ timeout: 60_000 });

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What a person's browser says; the collector would take headless Chromium for a bot. */
export const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--user-agent=${userAgent}`,
];

/** Debian's Chromium, with the back-forward cache that Playwright switches off. */
export function startBrowser(path = executablePath): Promise<Browser> {
  return chromium.launch({ executablePath: path, args, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
}

/** Chromium on its own: it does not prerender while somebody drives it, so the pages must drive themselves. */
export async function openUndriven(url: string) {
  const profile = await mkdtemp(join(tmpdir(), 'vitrina-chromium-'));
  const own = ['--headless=new', `--user-data-dir=${profile}`, url];
  const browser = spawn(executablePath, [...args, ...own], { stdio: 'ignore' });
  return async function close() {
    const closed = once(browser, 'exit');
    browser.kill();
    await closed;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}
