import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { campaign, campaigner } from './campaigner.ts';
import { newPerson, signedIn } from './knowing.ts';
import { everything, type Shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const own = (html: Record<string, string>) =>
  ({ widget: 'html', title: { en: 'Our own' }, html, height: 240, narrowHeight: 300 }) as const;

const withHtml = (id: string, html: Record<string, string>, more: Partial<Campaign> = {}) =>
  campaign(id, { variants: [{ id: 'a', weight: 1, content: own(html) }], ...more });

const hello =
  '{% if visitor.known %}<p>Hello {{ visitor.name }}</p><ul>{% for name in cart.items %}<li>{{ name }}</li>{% endfor %}</ul>' +
  '{% else %}<p>Hello, whoever you are</p>{% endif %}';

export function templating(stage: () => Stage): void {
  describe('a merchant’s own HTML', () => {
    const { keep } = campaigner(stage);
    const slots = ['own-html'];
    const place = { kind: 'slot', slot: 'own-html' } as const;

    /** What the place shows. */
    async function seen(visitor: Shopper, language = 'en', consent = everything) {
      visitor.open('/');
      const page = { id: crypto.randomUUID(), url: 'https://www.shop.example/', language };
      const { answer } = await visitor.send([visitor.event('page_view')], { slots, page, consent });
      return answer?.slots.find(({ slot }) => slot === 'own-html');
    }

    test('is filled in with what may be known of whoever looks, as pieces and never as text to be read', async () => {
      const kept = await keep(withHtml('own-html', { en: hello, uk: '<p>Вітаємо</p>' }, { place }));
      expect(kept.status, await kept.clone().text()).toBe(200);
      // One in twenty sees no campaign at all.
      for (let tries = 0; ; tries++) {
        const { visitor } = await signedIn(stage(), newPerson('Anna <b>"x"</b>'));
        await visitor.send([
          visitor.event('add_to_cart', {
            items: [{ item_id: 'HTML-1', item_name: '<img src=x onerror=alert(1)>', price: 3 }],
          }),
        ]);
        const shown = await seen(visitor);
        if (!shown && tries < 20) continue;
        expect(shown).toMatchObject({ widget: 'html', props: { title: 'Our own', high: '240', narrowHigh: '300' } });
        expect(JSON.parse(String(shown?.props.pieces))).toEqual([
          ['p', {}, 'Hello Anna <b>"x"</b>'],
          ['ul', {}],
        ]);
        expect(JSON.parse(String((await seen(visitor, 'uk'))?.props.pieces))).toEqual([['p', {}, 'Вітаємо']]);
        // Without consent nothing is known of them, and nothing is said.
        const silent = await seen(visitor, 'en', { ...everything, personalisation: false });
        expect(JSON.parse(String(silent?.props.pieces))).toEqual([['p', {}, 'Hello, whoever you are']]);
        break;
      }
    });

    test('is refused with anything that does something, by its line', async () => {
      const refused = async (html: string, more: Partial<Campaign> = {}) => {
        const answer = await keep(withHtml('wrong-html', { en: html }, { place, ...more }));
        const { field, detail } = (await answer.json()) as { field: string; detail: string };
        return [answer.status, field, detail];
      };
      const field = 'campaign.variants.0.content.html.en';
      expect(await refused('<p>\n<script>alert(1)</script></p>')).toEqual([422, field, 'line 2: tag <script>']);
      expect(await refused('<p onclick="x()">a</p>')).toEqual([422, field, 'line 1: attribute onclick']);
      expect(await refused('{{ visitor.password }}')).toEqual([422, field, 'line 1: liquid-variable visitor.password']);
      expect(await refused('<p>a</p>', { place: { kind: 'bar', trigger: { on: 'load' } } })).toMatchObject([
        ...[422, 'campaign.variants.0.content', expect.stringContaining('in a slot')],
      ]);
      const body = JSON.stringify({ html: '<p>{{ visitor.name }}</p>\n<b>' });
      const answer = await stage().owner.ask('/campaigns/html', { method: 'POST', body });
      expect(await answer.json()).toEqual({
        problems: [{ line: 2, column: 1, code: 'unclosed', what: '<b>' }],
        known: JSON.stringify([['p', {}, 'Anna <Maria> & Co'], '\n', ['b', {}]]),
        stranger: JSON.stringify([['p', {}], '\n', ['b', {}]]),
      });
    });
  });
}
