import { describe, expect, test } from 'vitest';
import { newPerson, signedIn } from './knowing.ts';
import { browserWords, type Shopper, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

/** What a page asks for before its visitor goes to another domain of the shop. */
export async function handover(
  { origin, owner }: Pick<Stage, 'origin' | 'owner'>,
  token: string | undefined,
  from = shopOrigin,
): Promise<{ status: number; handover: string }> {
  const answer = await fetch(`${origin}/v1/handover`, {
    method: 'POST',
    headers: { origin: from, 'user-agent': browserWords, 'content-type': 'text/plain' },
    body: JSON.stringify({ site: owner.site, token }),
  });
  const { handover = '' } = (await answer.json()) as { handover?: string };
  return { status: answer.status, handover };
}

export function handingOver(stage: () => Stage): void {
  describe('a visitor who goes to another domain of the shop', () => {
    const arrive = async (there: Shopper, word: string) => {
      const view = there.event('page_view');
      const reply = await there.send([view], { handover: word, slots: ['greeting'] });
      return { reply, id: await stage().owner.visitorOf(view.id) };
    };

    test('is the same visitor there, and stays that', async () => {
      const anna = await signedIn(stage(), newPerson('Anna'));
      const word = await handover(stage(), anna.visitor.token);
      const there = shopper(stage());
      const arrived = await arrive(there, word.handover);
      expect(arrived.id).toBe(anna.id);
      expect(arrived.reply.text).toContain('Welcome back, Anna');
      // The answer may have been lost: the same page says it again.
      expect((await arrive(shopperOn(there), word.handover)).id).toBe(anna.id);
      there.open('/next');
      const later = there.event('page_view');
      await there.send([later]);
      expect(await stage().owner.visitorOf(later.id)).toBe(anna.id);
    });

    test('is nobody on the second page that brings the same word', async () => {
      const anna = await signedIn(stage(), newPerson('Anna'));
      const word = await handover(stage(), anna.visitor.token);
      await arrive(shopper(stage()), word.handover);
      const mallory = await arrive(shopper(stage()), word.handover);
      expect(mallory.reply.text).not.toContain('Anna');
      expect(mallory.id).not.toBe(anna.id);
    });

    test('stays away after a logout, whatever the address still says', async () => {
      const anna = await signedIn(stage(), newPerson('Anna'));
      const { handover: word } = await handover(stage(), anna.visitor.token);
      const there = shopper(stage());
      await there.send([there.event('page_view')], { handover: word });
      await there.send([there.event('logout')], { handover: word });
      const later = there.event('search', { search_term: 'tea' });
      const reply = await there.send([later], { handover: word, slots: ['greeting'] });
      expect(reply.text).not.toContain('Anna');
      expect(await stage().owner.visitorOf(later.id)).not.toBe(anna.id);
    });

    test('takes nothing along who allows nothing to be kept there', async () => {
      const anna = await signedIn(stage(), newPerson('Anna'));
      const word = await handover(stage(), anna.visitor.token);
      const there = shopper(stage());
      const view = there.event('page_view');
      const reply = await there.send([view], { handover: word.handover, consent: {}, slots: ['greeting'] });
      expect(reply.text).not.toContain('Anna');
      expect(there.token).toBeUndefined();
      expect(await stage().owner.visitorOf(view.id)).not.toBe(anna.id);
    });

    test('gets no word without a token of this shop, or on a page of another', async () => {
      const { visitor } = await signedIn(stage(), newPerson('Anna'));
      expect((await handover(stage(), undefined)).status).toBe(401);
      expect((await handover(stage(), `${visitor.token}x`)).status).toBe(401);
      expect((await handover(stage().other, visitor.token)).status).toBe(401);
      expect((await handover(stage(), visitor.token, 'https://evil.example')).status).toBe(403);
    });

    /** The same page in the same browser, which never got the answer. */
    function shopperOn(page: Shopper): Shopper {
      return {
        ...page,
        send: (events, words) => page.send(events, { ...words, token: undefined }),
      };
    }
  });
}
