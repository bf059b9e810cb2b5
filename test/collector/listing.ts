import { describe, expect, test } from 'vitest';
import type { TakenList } from '../../server/segments/lists.ts';
import { asServer } from './erasing.ts';
import { newPerson, signedIn } from './knowing.ts';
import type { Problem } from './shopper.ts';
import type { Stage } from './stage.ts';

type Taken = TakenList & { segment: { id: string; name: string } };

export function listing(stage: () => Stage): void {
  const take = (name: string, file: string) =>
    stage().owner.ask(`/segments/lists/${encodeURIComponent(name)}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'text/csv' },
    });
  const csv = async (id: string, separator = 'semicolon') => {
    const answer = await stage().owner.ask(`/segments/${id}/people.csv?separator=${separator}`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    // Decoding would take the mark of the byte order away.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
  };
  const linesOf = async (id: string) => (await csv(id)).trim().split('\r\n').slice(1);
  const listName = () => `Messe ${crypto.randomUUID().slice(0, 8)}`;

  describe('a list of customers', () => {
    test('is a segment of those whom its lines name, and says which lines name nobody', async () => {
      const anna = newPerson('Анна "Ганна"; Ш.');
      const boris = {
        ...newPerson('=HYPERLINK("x")'),
        email: `b-${crypto.randomUUID()}@shop.example`,
        email_verified: true,
      };
      const visitors = [await signedIn(stage(), anna), await signedIn(stage(), boris)];
      const name = listName();
      const file = `\u{FEFF}Номер клієнта;Ім'я\r\n${anna.sub};Анна\r\nnobody-1;?\r\n${boris.email.toUpperCase()};\r\n\r\n${anna.sub};again\r\n`;
      const answer = await take(name, file);
      expect(answer.status).toBe(201);
      const taken = (await answer.json()) as Taken;
      expect(taken).toMatchObject({ lines: 4, keys: 3, known: 2, unknown: [{ line: 3, value: 'nobody-1' }] });
      for (const { id } of visitors) {
        const { segments } = (await stage().owner.read(`/segments/of/${id}`)) as { segments: { name: string }[] };
        expect(segments.map((one) => one.name)).toContain(name);
      }
      const text = await csv(taken.segment.id);
      expect(text.startsWith('\u{FEFF}customer;name;email;phone;country;')).toBe(true);
      expect(text).toContain(`${anna.sub};"Анна ""Ганна""; Ш.";`);
      expect(text).toContain(`${boris.sub};"'=HYPERLINK(""x"")";${boris.email};`);
      expect(await csv(taken.segment.id, 'comma')).toContain(`${anna.sub},"Анна ""Ганна""; Ш.",`);
    });

    test('takes in whoever turns up later, and is replaced whole by a file of its name', async () => {
      const [first, late] = [newPerson('Erste'), newPerson('Später')];
      await signedIn(stage(), first);
      const name = listName();
      const { segment, known } = (await (await take(name, `${first.sub}\n${late.sub}\n`)).json()) as Taken;
      expect(known).toBe(1);
      expect(await linesOf(segment.id)).toHaveLength(1);
      await signedIn(stage(), late);
      expect(await linesOf(segment.id)).toHaveLength(2);
      const again = (await (await take(name, `customer\n${late.sub}\n`)).json()) as Taken;
      expect(again.segment).toEqual(segment);
      expect((await linesOf(segment.id)).map((line) => line.split(';')[0])).toEqual([late.sub]);
      const ask = await asServer(stage());
      expect((await ask(`/profiles/${late.sub}`, { method: 'DELETE' })).status).toBe(200);
      expect(await linesOf(segment.id)).toEqual([]);
    });

    test.each([
      ['without a line', '', 422, 'no-people'],
      ['of a head alone', 'customer;email\n', 422, 'no-people'],
      ['of a quote that is not closed', 'customer\n"7001', 422, 'unreadable'],
    ])('%s is refused', async (_, file, status, code) => {
      const answer = await take(listName(), file);
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([status, code]);
    });

    test('takes no name that a segment of another rule has', async () => {
      const name = listName();
      const body = JSON.stringify({ name, rule: { all: [] } });
      expect((await stage().owner.ask('/segments', { method: 'POST', body })).status).toBe(201);
      const answer = await take(name, '7001\n');
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([409, 'name-taken']);
    });
  });
}
