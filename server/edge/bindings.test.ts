import { expect, test } from 'vitest';
import { readBindings } from './bindings.ts';

test('a deployment that says nothing gets a shop that can be used', () => {
  const shop = { name: 'My shop', origins: null, currency: 'EUR', timeZone: 'UTC' };
  const nothing = { ...shop, rateLimits: 1, allowPrivate: false };
  expect(readBindings({})).toEqual(nothing);
  // workerd gives null for a variable that is not set.
  expect(
    readBindings({ SHOP_NAME: null, SHOP_ORIGINS: null, SHOP_CURRENCY: null, SHOP_TIME_ZONE: null, RATE_LIMITS: null }),
  ).toEqual(nothing);
});

test('origins are taken out of addresses, however they are spaced', () => {
  const { origins } = readBindings({ SHOP_ORIGINS: ' https://shop.example/home\n  http://127.0.0.1:8080 ' });
  expect(origins).toEqual(['https://shop.example', 'http://127.0.0.1:8080']);
});

test('the error names every setting that is wrong', () => {
  const wrong = {
    SHOP_ORIGINS: 'shop.example ftp://files.example',
    SHOP_CURRENCY: 'UHA',
    SHOP_TIME_ZONE: 'Europe/Kyyiv',
    RATE_LIMITS: 'many',
    FEED_ADDRESSES: 'all',
  };
  expect(() => readBindings(wrong)).toThrow(
    /"shop\.example".*"ftp:\/\/files\.example".*"UHA".*"Europe\/Kyyiv".*"many".*"all"/s,
  );
});
