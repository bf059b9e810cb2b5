import { afterEach, expect, test } from 'vitest';
import { campaign, campaigner } from './collector/campaigner.ts';
import { asServer } from './collector/erasing.ts';
import { shopper } from './collector/shopper.ts';
import { openStage, type Stage, shopOrigin } from './collector/stage.ts';
import { projectionsOf, shopFile, valuesOf } from './durability/files.ts';
import { runVitrina } from './durability/server-process.ts';
import { runtimes } from './runtimes.ts';

let stage: Stage | null = null;
afterEach(() => stage?.stop());

const day = 86_400_000;

test('a rebuild makes the same of visits for somebody else, of news and campaigns that were seen, and of what pages tell of products', async () => {
  const [node] = runtimes;
  if (!node) throw new RangeError('no runtime');
  const open = await openStage(node);
  stage = open;
  const ask = await asServer(stage);
  const offer = (item_id: string, price: number) => ({
    ...{ item_id, item_name: item_id, item_category: 'Things', price, url: `${shopOrigin}/${item_id}` },
  });
  const tell = async (...upsert: object[]) =>
    expect((await ask('/catalog', { method: 'POST', body: JSON.stringify({ upsert }) })).status).toBe(200);
  await tell(...['A', 'B', 'C', 'D'].map((id) => offer(id, 20)));
  await tell(offer('A', 15), { ...offer('B', 20), availability: 'out_of_stock' });
  await tell(offer('A', 12), offer('B', 20));

  // A product that pages alone tell of, first at one price, then at another, each agreed by three networks.
  for (const price of ['30', '25', '20'])
    for (const address of ['203.0.113.7', '198.51.100.7', '192.0.2.7']) {
      const visitor = shopper(stage);
      visitor.open('/p/SEEN');
      const product = {
        ...{ '@type': 'Product', sku: 'SEEN', name: 'Seen', url: `${shopOrigin}/p/SEEN` },
        offers: { price, priceCurrency: 'UAH', availability: 'InStock' },
      };
      const events = [visitor.event('page_view'), visitor.event('said', { via: 'page', words: [[product], {}, {}] })];
      expect((await visitor.send(events, {}, { 'cf-connecting-ip': address })).status).toBeLessThan(300);
    }

  const { keep } = campaigner(() => open);
  await keep(campaign('rebuilt'));
  for (let number = 0; number < 6; number++) {
    const visitor = shopper(stage);
    const looks = async (id: string, ago = 0) => {
      visitor.open(`/${id}`);
      await visitor.send([
        { ...visitor.event('view_item', { items: [{ item_id: id }] }), time: Date.now() - ago * day },
      ]);
    };
    await looks('A', 2);
    visitor.open('/');
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['news', 'promo'] });
    const news = answer?.slots.find(({ slot }) => slot === 'news');
    expect(news).toBeDefined();
    await visitor.send([visitor.event('slot_view', { decision: news?.id ?? '', slot: 'news' })]);
    // A few see no campaign.
    const promo = answer?.slots.find(({ slot }) => slot === 'promo');
    if (promo) await visitor.send([visitor.event('slot_view', { decision: promo.id, slot: 'promo' })]);
    await looks('B');
    await visitor.send([visitor.event('gift', { on: true })]);
    await looks('C');
    if (number % 2 === 0) await visitor.send([visitor.event('gift', { on: false })]);
    const bought = { transaction_id: `T${number}`, currency: 'UAH', value: 20 };
    await visitor.send([visitor.event('purchase', { ...bought, items: [{ item_id: 'D', price: 20, quantity: 1 }] })]);
  }
  // What is under way to the file has come there.
  await stage.owner.read('/visitors');
  await stage.owner.read('/results');

  const folder = await stage.pause();
  const file = await shopFile(folder);
  const made = projectionsOf(file);
  const changes = valuesOf(file, 'SELECT * FROM product_changes ORDER BY 1, 2');
  const drawn = 'SELECT * FROM campaign_draws ORDER BY 1, 2, 3';
  const [draws, deeds] = [valuesOf(file, drawn), valuesOf(file, 'SELECT * FROM campaign_days ORDER BY 1, 2, 3')];
  expect(draws.length).toBeGreaterThan(3);
  expect(deeds.length).toBeGreaterThan(0);
  const profiles = made.filter((row) => row.includes('gifts'));
  expect(profiles.some((row) => /"news":\[\["/.test(row.replaceAll('\\', '')))).toBe(true);
  expect(profiles.some((row) => row.includes('rebuilt'))).toBe(true);
  expect(profiles.some((row) => /"gifts":\[[^\]]*"C /.test(row.replaceAll('\\', '')))).toBe(true);
  expect(made.some((row) => row.startsWith('["SEEN"') && row.includes('past'))).toBe(true);
  expect(changes.length).toBeGreaterThanOrEqual(2);
  await runVitrina(['rebuild', '--data', folder]);
  expect(projectionsOf(file)).toEqual(made);
  expect(valuesOf(file, drawn)).toEqual(draws);
  expect(valuesOf(file, 'SELECT * FROM campaign_days ORDER BY 1, 2, 3')).toEqual(deeds);
  // Of what the shop itself has told the table is the only place: a rebuild leaves it alone.
  expect(valuesOf(file, 'SELECT * FROM product_changes ORDER BY 1, 2')).toEqual(changes);
});
