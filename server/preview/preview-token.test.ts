import { sign } from 'hono/jwt';
import { expect, test } from 'vitest';
import { signAssertion } from '../identity/assertion.ts';
import { previewLife, readPreview, signPreview } from './preview-token.ts';

const now = Date.UTC(2026, 10, 28, 12);
const shop = { key: 's_one', tokenSecret: 'secret of one' };
const other = { key: 's_two', tokenSecret: 'secret of two' };
const signed = () => signPreview({ shop: shop.key, preview: 'p1', expiresAt: now + previewLife }, shop.tokenSecret);

test('a link opens its preview for half an hour, to the second, and no longer', async () => {
  const token = await signed();
  expect(await readPreview(token, shop, now)).toEqual({ preview: 'p1' });
  expect(await readPreview(token, shop, now + 30 * 60_000 - 1)).toEqual({ preview: 'p1' });
  expect(await readPreview(token, shop, now + 30 * 60_000)).toBeNull();
});

test('it opens nothing in another shop, also in one with the same secret, and no other signed word opens a preview', async () => {
  expect(await readPreview(await signed(), other, now)).toBeNull();
  expect(await readPreview(await signed(), { ...other, tokenSecret: shop.tokenSecret }, now)).toBeNull();
  expect(await readPreview(await signAssertion({ sub: 'p1' }, shop.tokenSecret, now), shop, now)).toBeNull();
  const claims = { shop: shop.key, preview: 'p1', exp: now / 1_000 + 60 };
  expect(await readPreview(await sign(claims, shop.tokenSecret, 'HS256'), shop, now)).toBeNull();
  expect(await readPreview(await sign({ ...claims, use: 'preview' }, shop.tokenSecret, 'HS512'), shop, now)).toBeNull();
  for (const text of ['', 'a.b.c', '..', 'null']) expect(await readPreview(text, shop, now)).toBeNull();
});
