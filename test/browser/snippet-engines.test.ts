import { expect, test } from 'vitest';
import type { PageEvent } from '../../snippet/protocol.ts';
import { emptyDevice, lookAtDevice } from './on-device.ts';
import { openFirefox, openWebKit } from './other-engines.ts';
import { names, setStage, stage } from './snippet-stage.ts';

setStage();

const none = { statistics: false, personalisation: false, marketing: false };

/** A script that does this when the collector has as many events of that name. */
function when(name: string, times: number, script: string) {
  stage.shop.file(
    `/when-${name}-${times}.js`,
    stage.collector.until(name, times).then(() => script),
  );
  return `<script async src="/when-${name}-${times}.js"></script>`;
}

const tellDevice = `(${lookAtDevice})().then((device) => vitrina('device', device))`;
const deviceOf = (events: PageEvent[]) => events.find(({ name }) => name === 'device')?.params;

test('Firefox with Global Privacy Control: the tag grants nothing, every request says so, nothing is kept', async () => {
  const { collector, shop } = stage;
  const url = shop.page('/', { head: shop.tag() + when('page_view', 1, tellDevice) });
  const close = await openFirefox(url, { 'privacy.globalprivacycontrol.enabled': true });
  const events = await collector.until('device').finally(close);
  expect(collector.batches.map(({ consent }) => consent)).toEqual(
    collector.batches.map(() => ({ ...none, source: 'gpc' })),
  );
  expect(collector.signals).toEqual(collector.batches.map(() => '1'));
  expect(deviceOf(events)).toEqual(emptyDevice);
});

test('Firefox without it: the tag is heard, and the next page is the same visitor', async () => {
  const { collector, shop } = stage;
  collector.reply(({ token }) => ({ body: { slots: [], ...(!token && { token: 'T1' }) } }));
  shop.page('/next', { head: shop.tag() });
  const head = shop.tag() + when('page_view', 1, "vitrina('view_item'); location.href = '/next'");
  const close = await openFirefox(shop.page('/', { head }), { 'privacy.globalprivacycontrol.enabled': false });
  const events = await collector.until('page_view', 2).finally(close);
  expect(names(events)).toEqual(['page_view', 'view_item', 'page_view']);
  expect(collector.batches[0]?.consent).toEqual({
    statistics: true,
    personalisation: true,
    marketing: true,
    source: 'tag',
  });
  expect(collector.batches.at(-1)?.token).toBe('T1');
  expect(collector.signals).toEqual(collector.batches.map(() => undefined));
});

test('WebKit: views of a single-page shop, what loads when idle, the next page; and nothing kept before consent', async () => {
  const { collector, shop } = stage;
  collector.reply(({ consent }) => ({ body: { slots: [], ...(consent.statistics && { token: 'T1' }) } }));
  shop.page('/next', { head: shop.tag() });
  const head =
    shop.tag('data-site="key"') +
    '<script type="application/ld+json">{"@type": "Product", "name": "Cup", "sku": "CUP"}</script>' +
    when('said', 1, tellDevice) +
    when('device', 1, "history.pushState(null, '', '/found'); vitrina('consent', { statistics: true })") +
    when('consent', 1, "vitrina('view_item'); location.href = '/next'");
  const close = await openWebKit(shop.page('/', { head }));
  const events = await collector.until('page_view', 3).finally(close);
  expect(deviceOf(events)).toEqual(emptyDevice);
  const told = ['page_view', 'said', 'device', 'page_view', 'consent', 'view_item', 'page_view'];
  expect(names(events)).toEqual(told);
  expect(collector.batches.at(-1)).toMatchObject({ token: 'T1', page: { url: `${shop.origin}/next` } });
});
