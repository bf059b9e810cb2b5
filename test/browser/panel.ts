import { expect } from 'vitest';
import { signUp } from '../collector/owner.ts';
import { shopOrigin } from '../collector/stage.ts';
import { runtimes } from '../runtimes.ts';
import { axeFindings } from './axe.ts';
import { startBrowser } from './browser.ts';

const patience = 30_000;

/** The panel of a new shop, with its owner signed in. `pages`: the origin of the shop's own. */
export async function startPanel(pages = shopOrigin) {
  const [node] = runtimes;
  if (!node) throw new RangeError('no runtime');
  const [installation, browser] = await Promise.all([node.start(pages), startBrowser()]);
  const { origin } = installation;
  const owner = await signUp(installation);
  const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`${origin}/admin/`);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Live' }).waitFor();

  /** Nothing that axe finds, and nothing wider than the screen: on a phone in the dark, and at a desk in the light, where it stays. */
  async function looksRight(state: string): Promise<void> {
    for (const [colorScheme, width, height] of [
      ['dark', 360, 740],
      ['light', 1280, 900],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      const where = `${state} ${colorScheme} ${width}`;
      expect(await axeFindings(page), where).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(
        0,
      );
      const folder = process.env.SCREENSHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${state}-${colorScheme}.png`, fullPage: true });
    }
  }

  return {
    origin,
    owner,
    page,
    looksRight,
    stop: async () => {
      await browser.close();
      await installation.stop();
    },
  };
}
