import { describe, expect, test } from 'vitest';
import { late, open, told } from './snippet-said.ts';
import { setStage, settled, stage } from './snippet-stage.ts';

setStage();

const cup = "{item_id: 'CUP', item_name: 'Cup', price: 199.5}";
const cupLine = { item_id: 'CUP', item_name: 'Cup', price: 199.5 };

describe('a dataLayer', () => {
  test('is heard: what was pushed before us, and after, by push and by gtag', async () => {
    await open(
      `window.dataLayer = [{'gtm.start': 1, event: 'gtm.js'}];
       function gtag(){dataLayer.push(arguments)}
       gtag('js', new Date()); gtag('config', 'G-1');
       dataLayer.push({event: 'page_view'}, {event: 'view_item', ecommerce: {currency: 'UAH', items: [${cup}]}});`,
    );
    await late(`gtag('event', 'add_to_cart', {currency: 'UAH', items: [${cup}]});
      dataLayer.push({ecommerce: null}, {event: 'purchase', ecommerce: {transaction_id: 'T1', value: '199,50', items: [${cup}]}})`);
    expect(await told()).toEqual([
      { way: 'ga4', name: 'view_item', currency: 'UAH', items: [cupLine] },
      { way: 'ga4', name: 'add_to_cart', currency: 'UAH', items: [cupLine] },
      { way: 'ga4', name: 'purchase', transaction_id: 'T1', value: '199,50', items: [cupLine] },
    ]);
  });

  test('keeps what lies in ecommerce for the next event, until it is set to null', async () => {
    await open(`window.dataLayer = [{ecommerce: {items: [${cup}]}}, {event: 'view_item'}]`);
    await late(`dataLayer.push({ecommerce: null}); dataLayer.push({event: 'view_item_list'})`);
    expect(await told()).toEqual([
      { way: 'ga4', name: 'view_item', items: [cupLine] },
      { way: 'ga4', name: 'view_item_list' },
    ]);
  });

  test('that speaks Universal Analytics is heard', async () => {
    await open(
      `window.dataLayer = [{ecommerce: {currencyCode: 'EUR', detail: {products: [{id: 'CUP', price: '5'}]}}}]`,
    );
    await late(`dataLayer.push({event: 'addToCart', ecommerce: {add: {products: [{id: 'CUP', quantity: 2}]}}})`);
    expect(await told()).toEqual([
      { way: 'ga4', name: 'view_item', currency: 'EUR', items: [{ item_id: 'CUP', price: '5' }] },
      { way: 'ga4', name: 'add_to_cart', items: [{ item_id: 'CUP', quantity: 2 }] },
    ]);
  });

  test('stays what it is: its entries, what push returns and throws, and who else has put their hands on it', async () => {
    await open(
      `window.dataLayer = [];
       const push = dataLayer.push;
       dataLayer.push = function(...entries) { if (entries[0] === 'wrong') throw new Error('the shop’s own'); return push.apply(this, entries) * 100 };`,
    );
    const seen = await late(`(() => {
      const entry = {event: 'view_item', ecommerce: {items: [${cup}]}};
      const count = dataLayer.push(entry);
      let thrown = '';
      try { dataLayer.push('wrong') } catch (error) { thrown = error.message }
      const circle = {event: 'circle'}; circle.self = circle; dataLayer.push(circle);
      return [count, dataLayer[0] === entry, Object.keys(entry), thrown, dataLayer.length];
    })()`);
    expect(seen).toEqual([100, true, ['event', 'ecommerce'], 'the shop’s own', 2]);
    expect((await told()).map(({ name }) => name)).toEqual(['view_item']);
  });

  test('of which a person’s details stay on the page', async () => {
    await open(
      `window.dataLayer = [{event: 'sign_up', method: 'form', user_data: {email: 'olha@shop.example'}, phone: '+380441234567'}]`,
    );
    expect(await told()).toEqual([{ way: 'ga4', name: 'sign_up', method: 'form' }]);
    expect(JSON.stringify(stage.collector.batches)).not.toMatch(/olha|\+380/);
  });
});

/** What Segment's own snippet leaves until its library has come. */
const segmentQueue = `window.analytics = [];
  for (const method of ['track', 'page', 'identify'])
    analytics[method] = (...words) => { analytics.push([method, ...words]); return analytics };`;

describe('Segment', () => {
  test('is heard before its library has come, while its queue waits, and after', async () => {
    await open(
      `${segmentQueue} analytics.page(); analytics.track('Product Viewed', {product_id: 'CUP', price: 5, currency: 'EUR'});`,
    );
    const chained = await late(`analytics.identify('u-1', {email: 'olha@shop.example'}) === analytics`);
    expect(chained).toBe(true);
    // Its library puts an object in place of the queue.
    await late(`window.analytics = {track: (name) => 'tracked ' + name, identify: () => 0}`);
    await late(`new Promise((later) => setTimeout(later, 2_500))`);
    expect(await late(`analytics.track('Product Added', {product_id: 'CUP', quantity: 2})`)).toBe(
      'tracked Product Added',
    );
    expect(await told()).toEqual([
      { way: 'segment', name: 'view_item', currency: 'EUR', items: [{ item_id: 'CUP', price: 5 }] },
      { way: 'segment', name: 'login', user_id: 'u-1' },
      { way: 'segment', name: 'add_to_cart', items: [{ item_id: 'CUP', quantity: 2 }] },
    ]);
    expect(JSON.stringify(stage.collector.batches)).not.toContain('olha');
  });
});

test('Matomo is heard, a cart with the items that were told before it', async () => {
  await open(
    `window._paq = [['trackPageView'], ['setEcommerceView', 'CUP', 'Cup', 'Home', 5], ['addEcommerceItem', 'CUP', 'Cup', 'Home', 5, 1]];`,
  );
  await late(`_paq.push(['addEcommerceItem', 'POT', 'Pot', 'Home', 20, 1], ['trackEcommerceCartUpdate', 25]);
    _paq.push(['trackSiteSearch', 'чай']); _paq.push(['trackEcommerceOrder', 'T2', 30, 25, 0, 5])`);
  const items = [
    { item_id: 'CUP', item_name: 'Cup', item_category: 'Home', price: 5, quantity: 1 },
    { item_id: 'POT', item_name: 'Pot', item_category: 'Home', price: 20, quantity: 1 },
  ];
  const { quantity: _, ...viewed } = items[0] ?? {};
  expect(await told()).toEqual([
    { way: 'matomo', name: 'view_item', items: [viewed] },
    { way: 'matomo', name: 'view_cart', items, value: 25 },
    { way: 'matomo', name: 'search', search_term: 'чай' },
    { way: 'matomo', name: 'purchase', items, transaction_id: 'T2', value: 25, total: 30, tax: 0, shipping: 5 },
  ]);
});

test('Klaviyo is heard, by its queue and after', async () => {
  await open(
    `window.dataLayer = []; window._learnq = [['track', 'Viewed Product', {ProductID: 'CUP', Price: 5}], ['identify', {$email: 'olha@shop.example'}]];`,
  );
  await late(`_learnq.push(['track', 'Added to Cart', {AddedItemProductID: 'CUP', AddedItemQuantity: 2}])`);
  expect(await told()).toEqual([
    { way: 'klaviyo', name: 'view_item', items: [{ item_id: 'CUP', price: 5 }] },
    { way: 'klaviyo', name: 'add_to_cart', items: [{ item_id: 'CUP', quantity: 2 }] },
  ]);
});

describe('a page of a product', () => {
  test('is read where its JSON-LD stands, whatever else stands in it', async () => {
    const graph = {
      '@graph': [
        { '@type': 'WebPage', name: 'Page' },
        {
          '@type': 'Product',
          sku: 'CUP',
          name: 'Cup',
          description: 'long',
          review: [{ author: 'Olha' }],
          offers: [{ price: '5', priceCurrency: 'EUR' }],
        },
      ],
    };
    await open(
      '',
      `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(graph)}</script>`,
    );
    expect(await told()).toEqual([
      {
        way: 'page',
        name: 'view_item',
        currency: 'EUR',
        items: [{ item_id: 'CUP', item_sku: 'CUP', item_name: 'Cup', price: '5' }],
      },
    ]);
    expect(JSON.stringify(stage.collector.batches)).not.toMatch(/Olha|long/);
  });

  test('is read where Open Graph is all there is', async () => {
    await open(
      '',
      '<meta property="og:type" content="product"><meta property="og:title" content="Cup">' +
        '<meta property="og:url" content="https://shop.example/p/cup"><meta property="product:price:amount" content="199,50">',
    );
    expect(await told()).toMatchObject([
      { way: 'page', name: 'view_item', items: [{ item_id: '/p/cup', item_name: 'Cup', price: '199,50' }] },
    ]);
  });

  test('is read where it has microdata', async () => {
    await open(
      '',
      '<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Cup</h1><meta itemprop="sku" content="CUP">' +
        '<link itemprop="availability" href="https://schema.org/OutOfStock"><b itemprop="price" content="5.00">5 €</b></div>',
    );
    expect(await told()).toMatchObject([
      { way: 'page', items: [{ item_id: 'CUP', item_name: 'Cup', price: '5.00', availability: 'out_of_stock' }] },
    ]);
  });

  test('of a category is none', async () => {
    const list = ['A', 'B'].map((sku) => ({ '@type': 'Product', sku, name: sku }));
    await open('', `<script type="application/ld+json">${JSON.stringify(list)}</script>`);
    expect(await told()).toEqual([]);
  });
});

describe('a call to the cart', () => {
  test('by fetch is read from a copy: the shop gets its own answer, whole, and its own errors', async () => {
    const line = '{"id":39,"variant_id":39,"product_id":7651,"product_title":"Cup","price":1900,"quantity":5}';
    stage.shop.file('/cart/add.js', line);
    await open('window.dataLayer = []');
    const seen = await late(`(async () => {
      const answer = await fetch('/cart/add.js', {method: 'POST', body: JSON.stringify({id: 39, quantity: 2})});
      const form = new FormData(); form.set('id', 39);
      await fetch('/cart/add.js', {method: 'POST', body: form});
      const other = await fetch('/early.js').then((answer) => answer.text());
      const thrown = await fetch('/cart/add.js', {method: 'TRACE', body: 'x'}).catch((error) => error.constructor.name);
      return [answer.bodyUsed, await answer.text(), other, thrown];
    })()`);
    expect(seen).toEqual([false, line, 'window.dataLayer = []', 'TypeError']);
    const item = { item_id: '7651', item_name: 'Cup', price: 19 };
    expect(await told()).toEqual([
      { way: 'cart', name: 'add_to_cart', items: [{ ...item, quantity: 2 }] },
      { way: 'cart', name: 'add_to_cart', items: [{ ...item, quantity: 1 }] },
    ]);
  });

  test('by XMLHttpRequest is read too, as WooCommerce makes it', async () => {
    stage.shop.file('/cart', '{"fragments": {"div.cart": "<p>"}}');
    await open('window.dataLayer = []');
    await late(`new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open('POST', '/cart?wc-ajax=add_to_cart');
      request.onload = done;
      request.send('product_id=27&quantity=3');
    })`);
    expect(await told()).toEqual([{ way: 'cart', name: 'add_to_cart', items: [{ item_id: '27', quantity: 3 }] }]);
  });
});

test('of a call to the cart a person’s address stays on the page', async () => {
  stage.shop.file(
    '/wp-json/wc/store/v1/batch',
    '{"responses": [{"body": {"items": [], "billing_address": {"city": "Львів"}}}]}',
  );
  await open('window.dataLayer = []');
  const request = { path: '/wc/store/v1/cart/update-customer', body: { billing_address: { first_name: 'Olha' } } };
  await late(
    `fetch('/wp-json/wc/store/v1/batch', {method: 'POST', body: '${JSON.stringify({ requests: [request] })}'}).then(() => 0)`,
  );
  await stage.collector.until('said');
  expect(JSON.stringify(stage.collector.batches)).not.toMatch(/Olha|Львів/);
});

test('a page that speaks no other language loads nothing for it', async () => {
  const { shop, page } = stage;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const idle = page.waitForResponse(/\/w\/auto-/);
  await page.goto(shop.page('/'));
  const module = (await idle).url();
  await page.evaluate(`import(${JSON.stringify(module)}).then(() => undefined)`);
  expect(await settled()).toEqual(['page_view', 'marker']);
  expect(asked.filter((url) => /\/w\/dialects-/.test(url))).toEqual([]);
});
