import { afterAll, describe, expect, test } from 'vitest';
import { drawVariant } from '../../server/campaigns/arms.ts';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { ReplayedPerson } from '../../server/campaigns/time-machine.ts';
import type { Version } from '../../server/store/versions.ts';
import type { Part } from '../../server/time-machine/go-through.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { campaign, campaigner } from './campaigner.ts';
import { newPerson, signed } from './knowing.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What the merchant shows to whom, and what keeps it away. */
export function campaigning(stage: () => Stage): void {
  const shop = () => stage().other;
  const { keep, look, tell, someone, receiptsOf } = campaigner(shop);

  describe('a campaign', () => {
    afterAll(async () => {
      const { campaigns } = (await shop().owner.read('/campaigns')) as { campaigns: Campaign[] };
      for (const { version: _, ...one } of campaigns)
        if (one.state === 'running') await keep({ ...one, state: 'paused' });
    });

    test('stands in its slot in the visitor’s language from the next page on, and the receipt names it', async () => {
      expect((await look(shopper(shop()))).promo).toBeUndefined();
      expect(await (await keep(campaign('delivery'))).json()).toMatchObject({ id: 'delivery', version: 1 });
      const { visitor, promo, view } = await someone((seen) => seen.promo !== undefined);
      expect(promo).toMatchObject({ widget: 'message', props: { title: 'Free delivery today', url: '/sale' } });
      expect((await look(visitor, '/', 'uk')).promo?.props).toMatchObject({ title: 'Сьогодні доставка безкоштовна' });
      expect((await receiptsOf(view.id))[0]).toMatchObject({
        ...{ slot: 'promo', widget: 'message' },
        campaign: { id: 'delivery', version: 1, variant: 'a', propensity: 1 },
      });
    });

    test('is kept away from one in twenty, every time, and the receipt says so', async () => {
      const { visitor, view } = await someone((seen) => seen.promo === undefined);
      expect((await look(visitor)).promo).toBeUndefined();
      expect((await receiptsOf(view.id))[0]?.without).toEqual([
        { id: 'delivery', version: 1, propensity: 0.05, why: 'held-out' },
      ]);
    });

    test('is seen as often as its caps allow', async () => {
      await keep(campaign('delivery', { caps: { session: null, day: null, ever: 2, hoursBetween: 0 } }));
      const { visitor, promo } = await someone((seen) => seen.promo !== undefined);
      if (promo) await tell(visitor, 'slot_view', promo);
      const second = await look(visitor);
      expect(second.promo).toBeDefined();
      if (second.promo) await tell(visitor, 'slot_view', second.promo);
      expect((await look(visitor)).promo).toBeUndefined();
    });

    test('stays on its pages', async () => {
      await keep(campaign('delivery', { pages: { only: ['/shoes/*'], never: ['/shoes/b*'] } }));
      const { visitor } = await someone((seen) => seen.promo !== undefined, '/shoes/red');
      expect((await look(visitor, '/shoes/blue')).promo).toBeUndefined();
      expect((await look(visitor, '/')).promo).toBeUndefined();
    });

    test('is for its audience alone, also by a segment, and no word of that reaches the page', async () => {
      const made = await shop().owner.ask('/segments', {
        method: 'POST',
        body: JSON.stringify({ name: 'Searchers', rule: { did: 'search', is: '>=', times: 1, within: 30 } }),
      });
      const { id } = (await made.json()) as { id: string };
      await keep(campaign('delivery', { audience: { segment: id } }));
      const visitors = Array.from({ length: 6 }, () => shopper(shop()));
      for (const visitor of visitors) expect((await look(visitor)).promo).toBeUndefined();
      const texts: string[] = [];
      for (const visitor of visitors) {
        await visitor.send([visitor.event('search', { search_term: 'boots' })]);
        texts.push((await look(visitor)).text);
      }
      expect(texts.filter((text) => text.includes('Free delivery')).length).toBeGreaterThan(0);
      for (const text of texts) expect(text).not.toMatch(new RegExp(`${id}|search|audience|priority`, 'i'));
    });

    test('is the same variant for a person on all devices that they sign in on, as it was before they did', async () => {
      const one = campaign('delivery').variants[0];
      if (!one) throw new Error('a campaign has a variant');
      const variants = ['a', 'b', 'c'].map((id) => ({ ...one, id }));
      await keep(campaign('delivery', { variants, holdout: 50 }));
      const who = newPerson('Halyna');
      const variantOf = ({ promo }: { promo: Decision | undefined }) => promo?.id.split('.')[3];
      const { visitor, ...before } = await someone(({ promo }) => promo?.id.endsWith('.b') === true);
      const login = async (on: Shopper) =>
        on.send([on.event('login', { identity: await signed(shop().owner, { sub: who.sub, name: who.name }) })]);
      await login(visitor);
      expect(variantOf(await look(visitor))).toBe(variantOf(before));
      for (let device = 0; device < 3; device++) {
        const other = shopper(shop());
        await login(other);
        expect(variantOf(await look(other))).toBe('b');
      }
      const without = await someone(({ promo }) => promo === undefined);
      const [kept] = (await receiptsOf(without.view.id))[0]?.without ?? [];
      expect(kept?.id).toBe('delivery');
      // Whichever runtime draws, it draws the same by the same name.
      const drawnFor = async (view: string) =>
        drawVariant(
          { id: 'delivery', holdout: 50, variants },
          await shop().owner.visitorOf(view),
          [1, 1, 1].map((one) => one / 3),
          null,
        );
      expect((await drawnFor(before.view.id)).variant).toBe('b');
      if (kept?.why === 'goes-without') expect((await drawnFor(without.view.id)).variant).toBeNull();
    });

    test('gives way to the one with the higher priority', async () => {
      await keep(campaign('delivery'));
      await keep(campaign('louder', { priority: 90 }));
      const { promo } = await someone((seen) => seen.promo !== undefined);
      expect(promo?.id).toContain('.louder.a');
      await keep(campaign('louder', { state: 'paused' }));
      expect((await someone((seen) => seen.promo !== undefined)).promo?.id).toContain('.delivery.a');
    });

    test('keeps all that it has been; what somebody else has changed meanwhile is not written over', async () => {
      const body = JSON.stringify({ campaign: campaign('delivery'), base: 1 });
      const refused = await shop().owner.ask('/campaigns/delivery', { method: 'PUT', body });
      expect(refused.status).toBe(409);
      await keep(campaign('delivery', { state: 'paused' }), 'Until Monday');
      const { history } = (await shop().owner.read('/campaigns/delivery/history')) as { history: Version<Campaign>[] };
      expect(history[0]).toMatchObject({
        body: { state: 'paused' },
        said: { by: shop().owner.email, note: 'Until Monday' },
      });
      expect(history.at(-1)?.version).toBe(1);
      expect((await look(shopper(shop()))).promo).toBeUndefined();
    });

    test('counts to its own end, by the shop’s clocks and in the visitor’s words, and to no other moment', async () => {
      const [variant] = campaign('ending').variants;
      if (variant?.content.widget !== 'message') throw new Error('the story’s campaign shows a message');
      const variants = [{ ...variant, content: { ...variant.content, countdown: true as const } }];
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      const schedule = { from: null, until: `${tomorrow}T18:30`, days: [], hours: null };
      const refused = await keep(campaign('ending', { variants }));
      expect([refused.status, await refused.json()]).toMatchObject([
        422,
        { field: 'campaign.variants.0.content.countdown' },
      ]);
      await keep(campaign('ending', { variants, schedule, priority: 95 }));
      const { visitor, promo } = await someone((seen) => seen.promo?.props.ends !== undefined);
      const left = Number(promo?.props.left);
      expect(left).toBeGreaterThan(3_600);
      expect(left).toBeLessThan(3 * 86_400);
      expect(promo?.props).toMatchObject({
        ends: expect.stringMatching(/^Ends on \d+ \w+ at 18:30$/),
        lasts: 'Ends in',
      });
      expect((await look(visitor, '/', 'uk')).promo?.props).toMatchObject({
        ends: expect.stringMatching(/^Діє до .*18:30$/),
      });
      await keep(campaign('ending', { variants, schedule, state: 'archived' }));
    });

    test('that cannot be is refused by its field', async () => {
      const place = { kind: 'popup', trigger: { on: 'load' } } as const;
      const shelf = { widget: 'shelf', recipe: 'popular' } as const;
      for (const [field, wrong] of [
        ['campaign.rungs', { place }],
        [
          'campaign.variants.0.content',
          { place, rungs: ['profile'], variants: [{ id: 'a', weight: 1, content: shelf }] },
        ],
        [
          'campaign.variants.0.content.recipe',
          { variants: [{ id: 'a', weight: 1, content: { widget: 'shelf', recipe: 'none' } }] },
        ],
        ['campaign.audience', { audience: { segment: 'none' } }],
        [
          'campaign.schedule.until',
          { schedule: { from: '2026-12-02T00:00', until: '2026-12-01T00:00', days: [], hours: null } },
        ],
      ] satisfies [string, Partial<Campaign>][]) {
        const answer = await keep(campaign('wrong', wrong));
        expect(answer.status).toBe(422);
        expect(await answer.json()).toMatchObject({ field });
      }
    });
  });

  describe('the time machine', () => {
    const replay = async (draft: Omit<Campaign, 'version'>) => {
      const people: ReplayedPerson[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const body = JSON.stringify({ campaign: draft, days: 1, after });
        const answer = await shop().owner.ask('/campaigns/replay', { method: 'POST', body });
        expect(answer.status).toBe(200);
        const part = (await answer.json()) as Part<ReplayedPerson>;
        people.push(...part.people);
        after = part.next;
      }
      return people;
    };

    test('tells who would have seen a draft, how often, and what would have kept it away; and shows it to nobody', async () => {
      const visitor = shopper(shop());
      const paths = ['/machine/a', '/machine/b', '/elsewhere', '/machine/c'];
      const first = await look(visitor, '/machine/a');
      for (const path of paths.slice(1)) await look(visitor, path);
      const id = await shop().owner.visitorOf(first.view.id);
      const caps = { session: 2, day: null, ever: null, hoursBetween: 0 };
      const draft = campaign('machine', { pages: { only: ['/machine/*'], never: [] }, caps, state: 'draft' });
      const one = (await replay(draft)).find((person) => person.visitor === id);
      if (one?.kept['held-out']) expect(one).toMatchObject({ seen: [], kept: { 'held-out': 3, 'other-page': 1 } });
      else expect(one).toMatchObject({ pages: 4, variant: 'a', kept: { 'other-page': 1, 'cap-session': 1 } });
      if (!one?.kept['held-out']) expect(one?.seen).toHaveLength(2);
      expect((await look(visitor, '/machine/d')).promo).toBeUndefined();
    });

    test('leaves out whoever took consent back', async () => {
      const visitor = shopper(shop());
      const { view } = await look(visitor, '/machine/a');
      const id = await shop().owner.visitorOf(view.id);
      const told = { statistics: true, personalisation: false };
      await visitor.send([visitor.event('consent', told)], { consent: { ...told, source: 'api' } });
      expect((await replay(campaign('machine'))).map((person) => person.visitor)).not.toContain(id);
    });

    test('says which campaigns stand in its way, and from which it takes the place', async () => {
      await keep(campaign('stands', { pages: { only: ['/contested'], never: [] }, priority: 60 }));
      const visitor = shopper(shop());
      const { view } = await look(visitor, '/contested');
      const id = await shop().owner.visitorOf(view.id);
      const pages = { only: ['/contested'], never: [] };
      const of = async (priority: number) =>
        (await replay(campaign('machine', { pages, priority }))).find((person) => person.visitor === id);
      const [low, high] = [await of(10), await of(90)];
      if (!high?.kept['held-out']) {
        expect(low).toMatchObject({ seen: [], outrankedBy: { stands: 1 } });
        expect(high).toMatchObject({ takenFrom: { stands: 1 } });
      }
      await keep(campaign('stands', { state: 'archived' }));
    });
  });

  describe('what lies over a page', () => {
    test('comes on pages without slots, too; once closed there is none for a day', async () => {
      const place = { kind: 'slide-in', trigger: { on: 'scroll', percent: 40 } } as const;
      await keep(campaign('letter', { place, rungs: ['profile'] }));
      const first = shopper(shop());
      await look(first);
      const { visitor, over } = await someone((seen) => seen.over !== undefined);
      expect(over).toMatchObject({
        ...{ slot: '', widget: 'message', overlay: { kind: 'slide-in', trigger: { on: 'scroll', percent: 40 } } },
      });
      const bare = await look(visitor, '/empty', 'en', []);
      expect(bare.over?.id).toContain('.letter.a');
      if (over) await tell(visitor, 'slot_dismiss', over);
      expect((await look(visitor)).over).toBeUndefined();
      await keep(campaign('letter', { place, rungs: ['profile'], state: 'archived' }));
    });
  });
}
