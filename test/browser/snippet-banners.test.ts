import { expect, test } from 'vitest';
import type { Consent } from '../../snippet/protocol.ts';
import { names, setStage, settled, stage } from './snippet-stage.ts';

setStage();

const none = { statistics: false, personalisation: false, marketing: false };
const all = { statistics: true, personalisation: true, marketing: true };

/** Opens a page on which a banner speaks: `before` runs ahead of our tag, as banners do. */
async function open(before: string, attributes = 'data-site="key"') {
  const { shop, page, collector } = stage;
  shop.file('/banner.js', before);
  await page.goto(shop.page('/', { head: `<script src="/banner.js"></script>${shop.tag(attributes)}` }));
  await collector.until('page_view');
}

/** Consent of the first batch, and then of each event that says a change. */
function said(): (Consent | undefined)[] {
  const { batches } = stage.collector;
  const changes = batches.filter(({ events }) => events.some(({ name }) => name === 'consent'));
  return [batches[0]?.consent, ...changes.map(({ consent }) => consent)];
}

const run = (script: string) => stage.page.evaluate(`{ ${script} }`);
const gtag = 'window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) }';

test('Consent Mode: what is denied by default waits, an update is an answer', async () => {
  await open(`${gtag} gtag('consent', 'default', { analytics_storage: 'denied', ad_storage: 'denied' })`);
  await run(`gtag('consent', 'update', { analytics_storage: 'granted', personalization_storage: 'granted' })`);
  await stage.collector.until('consent');
  await run(
    `gtag('consent', 'update', { ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'denied' })`,
  );
  await run(`gtag('consent', 'update', { ad_personalization: 'granted' })`);
  await stage.collector.until('consent', 2);
  await run(`gtag('consent', 'update', { analytics_storage: 'denied' })`);
  await stage.collector.until('consent', 3);
  expect(said()).toEqual([
    none,
    { ...all, marketing: false, source: 'gcm' },
    { ...all, source: 'gcm' },
    { ...all, statistics: false, source: 'gcm' },
  ]);
});

test('Consent Mode: an update within wait_for_update holds for the first view, also as a plain array', async () => {
  await open(
    `dataLayer = [['consent', 'default', { analytics_storage: 'denied', wait_for_update: 400 }]];
     setTimeout(() => dataLayer.push(['consent', 'update', { analytics_storage: 'granted' }]), 150)`,
  );
  expect(await settled()).toEqual(['page_view', 'marker']);
  expect(said()).toEqual([{ ...none, statistics: true, source: 'gcm' }]);
});

test('Consent Mode: a default that some region denies is denied, as the page does not know where it is read', async () => {
  await open(
    `${gtag} gtag('consent', 'default', { analytics_storage: 'denied', region: ['DE'] });
     gtag('consent', 'default', { analytics_storage: 'granted' })`,
    'data-site="key" data-consent="granted"',
  );
  expect(said()).toEqual([{ ...all, statistics: false }]);
});

const tcf = `
const listeners = [];
let last;
window.__tcfapi = (command, version, callback) => {
  if (command !== 'addEventListener') return;
  listeners.push(callback);
  if (last) callback(last, true);
};
const tell = (data) => {
  last = data;
  for (const callback of listeners) callback(data, true);
};
const answer = (eventStatus, ...purposes) => tell({
  gdprApplies: true, tcfPolicyVersion: 5, eventStatus,
  purpose: { consents: Object.fromEntries(purposes.map((number) => [number, true])) },
});
`;

test('TCF: a banner that is shown is no answer, and each purpose of ours needs all of its own', async () => {
  await open(`${tcf} setTimeout(() => answer('cmpuishown'), 50)`, 'data-site="key" data-consent="granted"');
  await run(`answer('useractioncomplete', 1, 8, 9, 10, 2, 3, 4)`);
  await stage.collector.until('consent');
  await run(`answer('useractioncomplete', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)`);
  await stage.collector.until('consent', 2);
  await run(`answer('cmpuishown')`);
  // Without storage there is nothing.
  await run(`answer('useractioncomplete', 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)`);
  await stage.collector.until('consent', 3);
  expect(said()).toEqual([
    none,
    { ...none, statistics: true, source: 'tcf' },
    { ...all, source: 'tcf' },
    { ...none, source: 'tcf' },
  ]);
});

test('TCF: an answer of an earlier visit holds for the first view, and where no GDPR applies the tag speaks', async () => {
  await open(`${tcf} setTimeout(() => answer('tcloaded', 1, 8, 9, 10), 50)`);
  expect(said()).toEqual([{ ...none, statistics: true, source: 'tcf' }]);
  const { shop, page, collector } = stage;
  shop.file('/banner.js', `${tcf} setTimeout(() => tell({ gdprApplies: false }), 50)`);
  const tag = shop.tag('data-site="key" data-consent="granted"');
  await page.goto(shop.page('/us', { head: `<script src="/banner.js"></script>${tag}` }));
  await collector.until('page_view', 2);
  expect(collector.batches.at(-1)?.consent).toEqual({ ...all, source: 'tag' });
});

test('Shopify: asks for its privacy API, and hears the answer', async () => {
  await open(`
    window.given = { analytics: '', marketing: '', preferences: '' };
    const yes = (name) => () => given[name] === 'yes';
    window.Shopify = { loadFeatures(features, done) {
      setTimeout(() => {
        if (features[0].name === 'consent-tracking-api') Shopify.customerPrivacy = {
          analyticsProcessingAllowed: yes('analytics'), marketingAllowed: yes('marketing'),
          preferencesProcessingAllowed: yes('preferences'), currentVisitorConsent: () => given,
        };
        done();
      }, 50);
    } }`);
  const answer = (words: string) =>
    run(`Object.assign(given, ${words}); document.dispatchEvent(new CustomEvent('visitorConsentCollected'))`);
  await answer(`{ analytics: 'yes', preferences: 'yes', marketing: 'no' }`);
  await stage.collector.until('consent');
  await answer(`{ analytics: 'no', preferences: 'no' }`);
  await stage.collector.until('consent', 2);
  expect(said()).toEqual([none, { ...all, marketing: false, source: 'shopify' }, { ...none, source: 'shopify' }]);
});

test('WP Consent API: one answer of several categories is one change', async () => {
  await open(`
    window.wp_has_consent = (category) => document.cookie.includes('wp_consent_' + category + '=allow');
    window.wp_set_consent = (category, value) => {
      document.cookie = 'wp_consent_' + category + '=' + value;
      document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail: { [category]: value } }));
    }`);
  await run(`for (const category of ['statistics', 'preferences']) wp_set_consent(category, 'allow')`);
  await stage.collector.until('consent');
  await run(`for (const category of ['statistics', 'preferences']) wp_set_consent(category, 'deny')`);
  await stage.collector.until('consent', 2);
  expect(said()).toEqual([none, { ...all, marketing: false, source: 'wp' }, { ...none, source: 'wp' }]);
});

test('Matomo: consent that is required, given and taken back, before and after its script', async () => {
  await open(`_paq = [['requireConsent']]`, 'data-site="key" data-consent="granted"');
  await run(`_paq.push(['setConsentGiven'])`);
  await stage.collector.until('consent');
  // As Matomo does: it works through the array and puts an object in its place.
  await run(`
    const left = _paq;
    const apply = ([call, ...words]) => typeof call === 'function' && call(...words);
    for (const call of left) apply(call);
    window._paq = { push: (...calls) => calls.forEach(apply) }`);
  await run(`setTimeout(() => _paq.push(['forgetConsentGiven']), 50)`);
  await stage.collector.until('consent', 2);
  const rest = { personalisation: true, marketing: true };
  expect(said()).toEqual([
    { ...rest, statistics: false },
    { ...rest, statistics: true, source: 'matomo' },
    { ...rest, statistics: false, source: 'matomo' },
  ]);
});

test('of two banners that disagree the one that refuses is heard', async () => {
  await open(`${gtag} ${tcf}
    gtag('consent', 'default', { analytics_storage: 'granted' });
    setTimeout(() => answer('tcloaded', 1), 50)`);
  expect(said()).toEqual([{ ...none, source: 'tcf' }]);
});

test("the shop's own call is stronger than a banner, whatever that says later", async () => {
  await open(`${gtag} gtag('consent', 'default', { analytics_storage: 'denied' })`);
  await run(`vitrina('consent', { statistics: true, text: '2026-11' })`);
  await stage.collector.until('consent');
  await run(`gtag('consent', 'update', { analytics_storage: 'denied' })`);
  expect(await settled()).toEqual(['page_view', 'consent', 'marker']);
  const own = { ...none, statistics: true, source: 'api', text: '2026-11' };
  expect(said()).toEqual([none, own]);
  const change = stage.collector.events().find(({ name }) => name === 'consent');
  expect(change?.params).toEqual(own);
});

test('a banner that never answers holds nothing up, and what it says at last is heard', async () => {
  await open(tcf);
  expect(said()).toEqual([none]);
  await run(`answer('useractioncomplete', 1, 8, 9, 10)`);
  await stage.collector.until('consent');
  expect(said().at(-1)).toEqual({ ...none, statistics: true, source: 'tcf' });
});

test('a banner that fails never shows on the page, and holds nothing up', async () => {
  await open(`
    window.__tcfapi = () => { throw new Error('tcf') };
    window.wp_has_consent = () => { throw new Error('wp') };
    window.Shopify = { get customerPrivacy() { throw new Error('shopify') } };
    window.dataLayer = { push: null };
    window._paq = 7`);
  expect(said()).toEqual([none]);
});

test('who leaves before a banner has answered is counted all the same', async () => {
  const { shop, page, collector } = stage;
  shop.file('/banner.js', `${tcf} addEventListener('load', () => { location.href = '/next' })`);
  shop.page('/next', { head: '' });
  await page.goto(shop.page('/', { head: `<script src="/banner.js"></script>${shop.tag('data-site="key"')}` }));
  await page.waitForURL('**/next');
  const events = await collector.until('page_view');
  expect(names(events)).toEqual(['page_view']);
  expect(collector.batches[0]?.consent).toEqual(none);
});

test('Global Privacy Control: no banner is even loaded', async () => {
  const { page } = stage;
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await open(`${gtag} gtag('consent', 'default', { analytics_storage: 'granted' })`);
  await run(`gtag('consent', 'update', { analytics_storage: 'granted' })`);
  expect(await settled()).toEqual(['page_view', 'marker']);
  expect(said()).toEqual([{ ...none, source: 'gpc' }]);
});

test('a page without banners loads none of this', async () => {
  const { page, shop } = stage;
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname.replace(/-\w+\.js/, '')));
  const idle = page.waitForRequest(/\/w\/auto-/);
  await page.goto(shop.page('/'));
  await idle;
  await settled();
  expect(loaded.filter((path) => path.startsWith('/w/'))).toEqual(['/w/auto']);
});
