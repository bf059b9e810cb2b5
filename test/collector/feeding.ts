import { describe, expect, test } from 'vitest';
import { startFeedServer } from '../feed-server.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const head = 'Артикул,Назва,Ціна,url\n';
const csv = `${head}F-1,Чай,"199,50",https://www.shop.example/1\nF-2,Чайник,дорого,https://www.shop.example/2\n`;

/** The catalogue as a file, through the panel. */
export function feeding(stage: () => Stage): void {
  const send = (path: string, body: BodyInit) =>
    stage().owner.ask(`/catalog${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream' },
    });
  const maps = ['item_id=Артикул', 'item_name=Назва', 'price=Ціна']
    .map((map) => `map=${encodeURIComponent(map)}`)
    .join('&');

  describe('a catalogue in a file', () => {
    test('is looked at first: its columns, its first rows, and what is understood by itself', async () => {
      const answer = await send('/preview', `${csv}F-3,"cut o`);
      expect(await answer.json()).toMatchObject({
        columns: ['Артикул', 'Назва', 'Ціна', 'url'],
        rows: [{ Артикул: 'F-1', Ціна: '199,50' }, { Артикул: 'F-2' }],
        mapping: { item_id: 'Артикул', item_name: 'Назва', price: 'Ціна', url: 'url' },
      });
    });

    test('takes the place of the catalogue at once, and says which lines were refused', async () => {
      const answer = await send(`?${maps}`, csv);
      expect(await answer.json()).toEqual({
        kept: 1,
        said: { attributes: [], inPath: 0, inPlaces: 0, withAccessories: 0, variants: 0 },
        refused: { count: 1, first: [{ line: 3, reason: '"дорого" is not a price' }] },
      });
      expect(await stage().owner.read('/catalog')).toEqual({ products: 1, importing: null });
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view, visitor.event('view_item', { items: [{ item_id: 'F-1' }] })]);
      const { viewed } = await stage().owner.visitor(await stage().owner.visitorOf(view.id));
      expect(viewed).toMatchObject([{ id: 'F-1', name: 'Чай' }]);
    });

    test('says what it has taken of attributes: Google’s, and those of columns that were chosen', async () => {
      const text = `${head.trim()},color,Матеріал,product_type,sold_in,accessories,item_group_id
F-1,Чай,"199,50",https://www.shop.example/1,red/blue,олово,Teas > Green,UA,F-2,
F-2,Чайник,5,https://www.shop.example/2,red,мідь,Pots,,,POTS
F-3,Чашка,5,https://www.shop.example/3,,,,Nowhere,,
`;
      const chosen = `${maps}&map=${encodeURIComponent('attribute:Матеріал=Матеріал')}`;
      expect(await (await send(`?${chosen}`, text)).json()).toEqual({
        kept: 2,
        said: {
          attributes: [
            { name: 'Матеріал', products: 2, examples: ['олово', 'мідь'] },
            { name: 'color', products: 2, examples: ['red', 'blue'] },
          ],
          ...{ inPath: 1, inPlaces: 1, withAccessories: 1, variants: 1 },
        },
        refused: { count: 1, first: [{ line: 4, reason: expect.stringContaining('"Nowhere" is no place') }] },
      });
      expect(await (await send('/preview', text)).json()).toMatchObject({
        attributes: ['color'],
        mapping: { accessories: 'accessories', variant_of: 'item_group_id' },
      });
      await send(`?${maps}`, csv);
    });

    test.each([
      ['that is cut off', `${csv}F-3,"cut o`],
      ['of another kind', '{"products": []}'],
      ['without a product', head],
      ['that is empty', ''],
    ])('%s changes nothing', async (_, text) => {
      await send(`?${maps}`, csv);
      const answer = await send(`?${maps}`, text);
      const said = (await answer.json()) as { kept?: number; code?: string };
      expect(said.kept ?? said.code).toBe(said.kept === undefined ? 'unreadable-feed' : 0);
      expect(await stage().owner.read('/catalog')).toMatchObject({ products: 1 });
    });

    test('is refused where the mapping names no field of ours', async () => {
      const answer = await send('?map=colour%3DFarbe', csv);
      expect([answer.status, ((await answer.json()) as { field: string }).field]).toEqual([422, 'map']);
    });
  });

  describe('a catalogue from an address', () => {
    test.each([
      ...['127.0.0.1', '127.1', '2130706433', '0177.0.0.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost', '10.0.0.1'],
      ...['169.254.169.254', '[fd00::1]'],
    ])('is not fetched from %s, and nobody there hears of it', async (host) => {
      const server = await startFeedServer();
      try {
        const url = server.origin.replace('127.0.0.1', host);
        const body = JSON.stringify({ url, everyMinutes: 60 });
        const preview = await stage().owner.ask('/catalog/feed/preview', { method: 'POST', body });
        const { code } = (await preview.json()) as { code: string };
        expect([preview.status, code]).toEqual([422, 'feed-private-address']);
        expect((await stage().owner.ask('/catalog/feed', { method: 'PUT', body })).status).toBe(204);
        const newest = async () => {
          const { runs } = (await stage().owner.read('/catalog/feed')) as { runs: { code: string }[] };
          return runs[0]?.code;
        };
        await expect.poll(newest).toBe('private-address');
        expect(server.asked).toEqual([]);
        await stage().owner.ask('/catalog/feed', { method: 'DELETE' });
      } finally {
        await server.stop();
      }
    });

    test('is set by nobody who has not signed in', async () => {
      for (const [path, method] of [
        ['', 'GET'],
        ['', 'PUT'],
        ['', 'DELETE'],
        ['/run', 'POST'],
        ['/preview', 'POST'],
      ]) {
        const answer = await fetch(`${stage().origin}/admin/api/catalog/feed${path}`, {
          method: method ?? '',
          headers: { 'x-vitrina': '1' },
        });
        expect([method, path, answer.status]).toEqual([method, path, 401]);
      }
    });
  });
}
