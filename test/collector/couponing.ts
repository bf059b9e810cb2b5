import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { CouponList } from '../../server/coupons/coupon-book.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { campaign } from './campaigner.ts';
import { newPerson, signed } from './knowing.ts';
import { type Shopper, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

type Coupon = Extract<Campaign['variants'][number]['content'], { widget: 'coupon' }>;
type Codes = Coupon['code'];
type Tiers = NonNullable<Coupon['tiers']>;

/** Codes of which each person is given one, and never one of another's. */
export function couponing(stage: () => Stage): void {
  const shop = () => stage().other;
  const versions = new Map<string, number>();

  async function keep(id: string, code: Codes, more: Partial<Campaign> = {}, tiers?: Tiers) {
    const title = { en: 'A gift for you', uk: 'Подарунок для вас' };
    const variants = [
      { id: 'a', weight: 1, content: { widget: 'coupon', title, text: {}, code, ...(tiers && { tiers }) } as const },
    ];
    const rungs = code.kind === 'list' ? (['profile'] as const) : (['profile', 'context'] as const);
    const place = { kind: 'slot', slot: 'gift' } as const;
    const kept = campaign(id, { place, rungs: [...rungs], variants, ...more });
    const answer = await shop().owner.ask(`/campaigns/${id}`, {
      method: 'PUT',
      body: JSON.stringify({ campaign: kept, base: versions.get(id) ?? 0, note: '' }),
    });
    if (answer.ok) versions.set(id, ((await answer.clone().json()) as Campaign).version);
    return answer;
  }

  const add = (list: string, ...codes: string[]) =>
    shop().owner.ask(`/coupons/${list}`, { method: 'POST', body: codes.join('\r\n') });

  const listNamed = async (name: string) => {
    const { lists } = (await shop().owner.read('/coupons')) as { lists: CouponList[] };
    return lists.find(({ list }) => list === name);
  };

  async function look(visitor: Shopper): Promise<Decision | undefined> {
    visitor.open('/gifts');
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['gift'] });
    return answer?.slots.find(({ slot }) => slot === 'gift');
  }

  /** Somebody who sees the coupon; one in twenty sees no campaign at all. */
  async function someone() {
    for (let tries = 0; tries < 60; tries++) {
      const visitor = shopper(shop());
      const decision = await look(visitor);
      if (decision) return { visitor, decision };
    }
    throw new Error('of sixty visitors nobody saw it');
  }

  /** What is answered to "show my code": the code, or null for none. */
  async function show(visitor: Pick<Shopper, 'token'>, decision: string): Promise<string | null> {
    const query = new URLSearchParams({ site: shop().owner.site, decision });
    const answer = await fetch(`${shop().origin}/v1/coupon?${query}`, {
      method: 'POST',
      headers: { origin: shopOrigin, ...(visitor.token && { authorization: `Bearer ${visitor.token}` }) },
    });
    if (answer.status === 204) return null;
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { code: string }).code;
  }

  /** A receipt follows its answer with the next commit. */
  const shown = (visitor: Shopper, { id }: Decision) =>
    vi.waitFor(async () => {
      const code = await show(visitor, id);
      expect(code).not.toBeNull();
      return code;
    });

  const login = async (visitor: Shopper, who: ReturnType<typeof newPerson>) =>
    visitor.send([visitor.event('login', { identity: await signed(shop().owner, who) })]);

  describe('a coupon', () => {
    afterAll(async () => {
      for (const id of versions.keys()) await keep(id, { kind: 'shared', code: 'OVER' }, { state: 'archived' });
    });

    test('with one code for everybody shows it at once', async () => {
      await keep('summer', { kind: 'shared', code: 'SUMMER10' });
      const { decision } = await someone();
      expect(decision).toMatchObject({ widget: 'coupon', props: { title: 'A gift for you', code: 'SUMMER10' } });
      await keep('summer', { kind: 'shared', code: 'SUMMER10' }, { state: 'paused' });
    });

    test('out of a list shows no code until somebody asks, and then each has one of their own, the same every time', async () => {
      expect(await (await add('spring', 'A-1', 'A-2', 'A-3', 'A-2')).json()).toEqual({ added: 3, known: 0 });
      expect(await (await add('other', 'A-3', 'A-4')).json()).toEqual({ added: 1, known: 1 });
      await keep('spring', { kind: 'list', list: 'spring' });
      const one = await someone();
      expect(JSON.stringify(one.decision)).not.toContain('A-1');
      expect(await listNamed('spring')).toMatchObject({ codes: 3, taken: 0 });
      const first = await shown(one.visitor, one.decision);
      const again = await look(one.visitor);
      expect(again && (await shown(one.visitor, again))).toBe(first);
      const two = await someone();
      const second = await shown(two.visitor, two.decision);
      expect(second).not.toBe(first);
      expect(await listNamed('spring')).toEqual({ list: 'spring', codes: 3, taken: 2, used: 0 });
    });

    test('is a better one for regulars: whoever is in the segment of a tier is offered that, and is given a code of its list', async () => {
      const made = await shop().owner.ask('/segments', {
        method: 'POST',
        body: JSON.stringify({ name: 'Tiered', rule: { did: 'search', is: '>=', times: 2, within: 30 } }),
      });
      const { id: segment } = (await made.json()) as { id: string };
      await add('golden', 'G-1', 'G-2', 'G-3');
      const tier = { segment, title: { en: 'Twenty percent for regulars' }, text: {} };
      const tiers: Tiers = [{ ...tier, code: { kind: 'list', list: 'golden' } }];
      const nobody: Tiers = [{ ...tier, segment: 'nobody', code: { kind: 'shared', code: 'X' } }];
      const rungs: Campaign['rungs'] = ['profile'];
      const shared: Codes = { kind: 'shared', code: 'FIVE' };
      expect((await keep('tiered', shared, { rungs, priority: 90 }, nobody)).status).toBe(422);
      expect((await keep('tiered', shared, { rungs: ['profile', 'context'] }, tiers)).status).toBe(422);
      expect((await keep('tiered', shared, { rungs, priority: 90 }, tiers)).status).toBe(200);
      const { visitor, decision } = await someone();
      expect(decision.props).toMatchObject({ title: 'A gift for you', code: 'FIVE' });
      expect(await show(visitor, decision.id)).toBeNull();
      for (const search_term of ['tea', 'cups']) await visitor.send([visitor.event('search', { search_term })]);
      const better = await look(visitor);
      expect(better?.props).toMatchObject({ title: 'Twenty percent for regulars', code: '' });
      expect(JSON.stringify(better)).not.toContain(segment);
      expect(better && (await shown(visitor, better))).toMatch(/^G-/);
      // What was offered to everybody before is none of the list's.
      expect(await show(visitor, decision.id)).toBeNull();
      expect((await shop().owner.ask(`/segments/${segment}`, { method: 'DELETE' })).status).toBe(409);
      await keep('tiered', shared, { rungs, state: 'archived' });
    });

    test('is not given for a decision of somebody else, one that never was, nor to nobody', async () => {
      await add('strict', ...Array.from({ length: 20 }, (_, place) => `S-${place}`));
      await keep('spring', { kind: 'list', list: 'strict' });
      const { visitor, decision } = await someone();
      const code = await shown(visitor, decision);
      const stranger = shopper(shop());
      await look(stranger);
      const [name = '', place = ''] = decision.id.split('.');
      for (const forged of [
        decision.id,
        `${name}.${place}.spring.b`,
        `${name}.${place}.summer.a`,
        `none.0.spring.a`,
        `${name}.7.spring.a`,
        "' OR 1=1 --",
      ])
        expect(await show(stranger, forged)).toBeNull();
      expect(await show({ token: undefined }, decision.id)).toBeNull();
      expect(await show({ token: `${visitor.token}x` }, decision.id)).toBeNull();
      expect(await listNamed('strict')).toMatchObject({ taken: 1 });
      await keep('spring', { kind: 'list', list: 'strict' }, { state: 'paused' });
      expect(await show(visitor, decision.id)).toBeNull();
      await keep('spring', { kind: 'list', list: 'strict' });
      expect(await show(visitor, decision.id)).toBe(code);
    });

    test('gives a person who asks on two devices at once one code, and on every later device the same', async () => {
      const who = newPerson('Halyna');
      const one = await someone();
      await login(one.visitor, who);
      const devices = await Promise.all(
        Array.from({ length: 3 }, async () => {
          const visitor = shopper(shop());
          await login(visitor, who);
          const decision = await look(visitor);
          if (!decision) throw new Error('what a person sees is the same on all devices');
          return { visitor, decision };
        }),
      );
      const codes = await Promise.all(devices.map(({ visitor, decision }) => shown(visitor, decision)));
      expect(new Set(codes).size).toBe(1);
      expect(await shown(one.visitor, one.decision)).toBe(codes[0]);
    });

    test('is shown to nobody any more when none is left, but to those who have one; new codes bring it back', async () => {
      await add('last', 'L-1');
      await keep('spring', { kind: 'list', list: 'last' });
      const lucky = await someone();
      const late = await someone();
      expect(await shown(lucky.visitor, lucky.decision)).toBe('L-1');
      expect(await show(late.visitor, late.decision.id)).toBeNull();
      expect(await look(late.visitor)).toBeUndefined();
      const again = await look(lucky.visitor);
      expect(again && (await shown(lucky.visitor, again))).toBe('L-1');
      await add('last', 'L-2');
      const back = await look(late.visitor);
      expect(back && (await shown(late.visitor, back))).toBe('L-2');
    });

    test('that was used is counted when the purchase names it; what nobody has can be taken back', async () => {
      await add('used', 'U-1', 'U-2', 'U-3');
      await keep('spring', { kind: 'list', list: 'used' });
      const { visitor, decision } = await someone();
      const code = await shown(visitor, decision);
      const order = { transaction_id: crypto.randomUUID(), value: 9, currency: 'EUR' };
      await visitor.send([visitor.event('purchase', { ...order, coupon: `FREESHIP, ${code}` })]);
      expect(await listNamed('used')).toEqual({ list: 'used', codes: 3, taken: 1, used: 1 });
      const answer = await shop().owner.ask('/coupons/used', { method: 'DELETE' });
      expect(await answer.json()).toEqual({ withdrawn: 2 });
      const again = await look(visitor);
      expect(again && (await shown(visitor, again))).toBe(code);
    });

    test('that cannot be is refused by its field', async () => {
      const wrong = await add('wrong', 'GOOD-1', 'no!code');
      expect([wrong.status, await wrong.json()]).toMatchObject([422, { code: 'not-a-code' }]);
      const unknown = await keep('nowhere', { kind: 'list', list: 'nowhere' });
      expect([unknown.status, await unknown.json()]).toMatchObject([
        422,
        { field: 'campaign.variants.0.content.code.list' },
      ]);
      const anonymous = await keep('spring', { kind: 'list', list: 'used' }, { rungs: ['profile', 'context'] });
      expect([anonymous.status, await anonymous.json()]).toMatchObject([422, { field: 'campaign.rungs' }]);
    });
  });
}
