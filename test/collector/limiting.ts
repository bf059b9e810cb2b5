import { describe, expect, test } from 'vitest';
import { rates } from '../../server/limits/limits.ts';
import { asServer } from './erasing.ts';
import { newPerson, signedIn } from './knowing.ts';
import { type Problem, post, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

export function limiting(stage: () => Stage): void {
  describe('too much', () => {
    test('of one visitor is refused, with when to try again; others do not notice', async () => {
      const { visitor } = await signedIn(stage(), newPerson('Hasty'));
      const token = visitor.token ?? '';
      const ask = () => visitor.send([], { token, slots: ['home'] });
      const { refused, accepted } = await untilRefused(ask);
      expect(accepted).toBeGreaterThanOrEqual(rates.visitor.burst - 1);
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect((JSON.parse(refused.text) as Problem).code).toBe('too-many-requests');
      expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
      expect(refused.headers.get('access-control-allow-origin')).toBe(shopOrigin);
      const other = shopper(stage());
      expect((await other.send([other.event('page_view')])).status).toBe(200);
    });

    test('of one address is turned away unread, in words that the page can read', async () => {
      const { origin } = stage();
      const nonsense = (address: string) => post(origin, '{', { 'cf-connecting-ip': address });
      const { refused, accepted } = await untilRefused(() => nonsense('203.0.113.66'));
      expect(accepted).toBeGreaterThanOrEqual(rates.address.burst);
      expect(refused.headers.get('access-control-allow-origin')).toBe(shopOrigin);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      const headers = { origin: shopOrigin, 'cf-connecting-ip': '203.0.113.66' };
      const handover = () => fetch(`${origin}/v1/handover`, { method: 'POST', headers, body: '{}' });
      expect((await untilRefused(handover)).refused.status).toBe(429);
      expect((await nonsense('203.0.113.67')).status).toBe(400);
    });

    test('of one key: each answer says how much is left, in the words of the IETF', async () => {
      const ask = await asServer(stage());
      const left = async () => {
        const { headers } = await ask('/catalog/none');
        expect(headers.get('ratelimit-policy')).toBe(`"key";q=${rates.key.burst};w=60`);
        return Number(/^"key";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1]);
      };
      const first = await left();
      expect(first).toBe(rates.key.burst - 1);
      await Promise.all(Array.from({ length: 200 }, left));
      expect(await left()).toBeLessThan(first);
      const other = await asServer(stage());
      expect((await other('/catalog/none')).headers.get('ratelimit')).toContain(`r=${rates.key.burst - 1};`);
    });
  });
}

/** Asks until it is too much: the bucket fills again meanwhile, and faster than a busy machine asks it would never be empty. */
async function untilRefused<R extends { status: number }>(
  ask: () => Promise<R>,
): Promise<{ refused: R; accepted: number }> {
  for (let accepted = 0; accepted < 30_000; ) {
    const replies = await Promise.all(Array.from({ length: 200 }, ask));
    const refused = replies.find(({ status }) => status === 429);
    accepted += replies.filter(({ status }) => status !== 429).length;
    if (refused) return { refused, accepted };
  }
  throw new Error('30,000 requests were not too much');
}
