import { expect, test } from 'vitest';
import { acknowledgementCookie } from './acknowledgement-cookie.ts';

test.each([
  ['https://shop.example', 'shop.example', ''],
  ['https://www.shop.example', 'v.shop.example', '; Domain=shop.example'],
  ['https://shop.example', 'v.shop.example', '; Domain=shop.example'],
  ['https://a.b.shop.example', 'v.b.shop.example', '; Domain=b.shop.example'],
  ['https://myshop.example', 'shop.example', ''],
  ['http://localhost:8080', 'localhost', ''],
  ['http://10.0.0.1', '10.1.0.1', ''],
])('the cookie that a page of %s reads from %s has "%s"', (origin, host, domain) => {
  const cookie = acknowledgementCookie(['p1.0', 'p1.3'], { origin, host, secure: true });
  expect(cookie).toBe(`_va=p1.0~p1.3~; Path=/; Max-Age=3600; SameSite=Lax${domain}; Secure`);
});
