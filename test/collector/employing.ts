import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { LiveVisitor } from '../../server/live/live-event.ts';
import { asked } from './asked.ts';
import { asServer } from './erasing.ts';
import { newPerson, signedIn } from './knowing.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

interface Taken {
  ranges: number;
  nobody: number;
  companies: number;
  refused: { count: number; first: { line: number; reason: string }[] };
}

interface Known {
  current: { name: string; ranges: number; companies: number; days: number | null } | null;
  previous: { name: string } | null;
  coverage: { visits: number; known: number };
}

const text = (value: string) => ({ type: 'text', value });

const file = `network,company,domain,industry,size,type
8.8.0.0/16,Big Teas,big.example,Tea,1000+,business
8.8.8.0/24,Small Leaves,small.example,,2-10,business
8.8.9.0/24,Wide Net,,,,isp
2a00:1450::/32,Sixth Tea,,Tea,,
10.0.0.0/8,Our own office,,,,
8.8.8.400,Nobody,,,,
`;

export function employing(stage: () => Stage): void {
  const { ask, read } = {
    ask: (...of: Parameters<Stage['owner']['ask']>) => stage().owner.ask(...of),
    read: (path: string) => stage().owner.read(path),
  };
  const put = (body: BodyInit, name = 'companies.csv') => ask(`/companies?name=${name}`, { method: 'POST', body });
  const known = async () => (await read('/companies')) as Known;
  /** Somebody whose page is opened from this address. */
  const from = async (address: string, visitor = shopper(stage())) => {
    visitor.open('/');
    const view = visitor.event('page_view');
    await visitor.send([view], {}, { 'cf-connecting-ip': address });
    return { visitor, view, id: await stage().owner.visitorOf(view.id) };
  };
  const traitsOf = async (visitor: string) =>
    Object.fromEntries(
      (await stage().owner.visitor(visitor)).traits.map(({ key, value, source }) => [key, `${value} (${source})`]),
    );
  const companyAt = async (address: string) => (await traitsOf((await from(address)).id)).company ?? null;
  const preview = async (line: string) => {
    const answer = await ask('/segments/preview', { method: 'POST', body: JSON.stringify({ line, exact: true }) });
    const { examples, line: read } = (await answer.json()) as { examples: { id: string }[]; line: string };
    return { ids: examples.map(({ id }) => id), read };
  };

  describe('the company behind an address', () => {
    test('is known by a file of the merchant’s, in which wrong lines are refused alone', async () => {
      const before = await companyAt('8.8.8.8');
      const taken = (await (await put(file)).json()) as Taken;
      expect(before).toBeNull();
      expect(taken).toEqual({
        ...{ ranges: 3, nobody: 1, companies: 3 },
        refused: {
          count: 2,
          first: [
            { line: 6, reason: expect.stringContaining('private') },
            { line: 7, reason: expect.stringContaining('8.8.8.400') },
          ],
        },
      });
      expect((await known()).current).toMatchObject({ name: 'companies.csv', ranges: 3, companies: 3, days: 90 });
      expect(await traitsOf((await from('8.8.8.8')).id)).toEqual({
        company: 'Small Leaves (address)',
        company_domain: 'small.example (address)',
        company_size: '2-10 (address)',
      });
    });

    test('is that of the narrowest range, and nobody’s where everybody surfs, or where no range is', async () => {
      expect(await companyAt('8.8.7.1')).toBe('Big Teas (address)');
      expect(await companyAt('2a00:1450:4001::7')).toBe('Sixth Tea (address)');
      expect(await companyAt('::ffff:8.8.7.1')).toBe('Big Teas (address)');
      for (const address of ['8.8.9.1', '9.9.9.9', '2a01::1', '127.0.0.1', '10.1.1.1', 'unknown', '']) {
        expect(await companyAt(address), address).toBeNull();
      }
    });

    test('is that of the last address, and nothing of the one before is taken for it', async () => {
      const { visitor, id } = await from('8.8.7.1');
      await from('8.8.8.8', visitor);
      expect(await traitsOf(id)).toEqual({
        company: 'Small Leaves (address)',
        company_domain: 'small.example (address)',
        company_size: '2-10 (address)',
      });
      await from('9.9.9.9', visitor);
      expect((await traitsOf(id)).company, 'at home').toBe('Small Leaves (address)');
    });

    test('is seen live, and beside the visit in which it was', async () => {
      const { visitor, view, id } = await from('8.8.8.8');
      await visitor.send([visitor.event('scroll')], {}, { 'cf-connecting-ip': '8.8.8.8' });
      const live = async () => {
        const { visitors } = (await read('/live')) as { visitors: LiveVisitor[] };
        return visitors.find((one) => one.visitor === id)?.company;
      };
      expect(await live()).toBe('Small Leaves');
      const entry = (await stage().owner.timeline(id)).find((one) => one.id === view.id);
      expect(entry?.company).toBe('Small Leaves');
      await from('9.9.9.9', visitor);
      expect(await live()).toBeNull();
    });

    test('is asked of in segments, with what there is to choose from', async () => {
      const { id } = await from('8.8.8.8');
      const other = await from('8.8.7.1');
      const { ids, read: line } = await preview('company = "Small Leaves" and company_size = 2-10');
      expect([ids.includes(id), ids.includes(other.id)]).toEqual([true, false]);
      expect(line).toBe('company = "Small Leaves" and company_size = 2-10');
      expect((await preview('company_industry = tea')).ids).toContain(other.id);
      const { values } = (await read('/segments/suggestions/company')) as { values: { value: string }[] };
      expect(values.map(({ value }) => value)).toEqual(expect.arrayContaining(['small leaves', 'big teas']));

      const rule = { field: 'company', is: '=', value: 'small leaves' };
      const kept = await ask('/segments', { method: 'POST', body: JSON.stringify({ name: 'Leaves', rule }) });
      const segment = (await kept.json()) as { id: string };
      const { segments } = (await read(`/segments/of/${id}`)) as { segments: { name: string }[] };
      expect(segments.map(({ name }) => name)).toContain('Leaves');
      await ask(`/segments/${segment.id}`, { method: 'DELETE' });
    });

    test('gives way to what they say themselves, and to every other source', async () => {
      const who = newPerson('Lena');
      const { visitor, id } = await signedIn(stage(), who);
      await visitor.send([visitor.event('page_view')], {}, { 'cf-connecting-ip': '8.8.8.8' });
      const server = await asServer(stage());
      const told = { source: 'crm', profiles: [{ customer: who.sub, traits: { company: text('Tea House') } }] };
      expect((await server('/profiles', { method: 'POST', body: JSON.stringify(told) })).status).toBe(200);
      await visitor.send([visitor.event('scroll')], {}, { 'cf-connecting-ip': '8.8.8.8' });
      expect((await traitsOf(id)).company).toBe('Tea House (crm)');
      expect((await preview('company = "tea house"')).ids).toContain(id);
      expect(await preview('trait company = "tea house" told by crm')).toEqual({
        ids: [id],
        read: 'trait company = "tea house" told by crm',
      });
      expect((await preview('trait company = "tea house" told by address')).ids).toEqual([]);

      await asked(stage, { type: 'text', words: { en: 'Where?' } }, 'company');
      await visitor.send([visitor.event('answer', { question: 'company', answer: 'My own' })]);
      expect((await traitsOf(id)).company).toBe('My own (visitor)');

      const claim = { source: 'address', profiles: [{ customer: who.sub, traits: { company: text('Fake') } }] };
      expect(
        (await server('/profiles', { method: 'POST', body: JSON.stringify(claim) })).status,
        'nobody takes its name',
      ).toBe(422);
    });

    test('is counted with the visits of those who let themselves be counted', async () => {
      const { coverage } = await known();
      const { visitor } = await from('8.8.8.8');
      await from('8.8.8.8', visitor);
      await from('9.9.9.9');
      const stranger = shopper(stage());
      await stranger.send([stranger.event('page_view')], { consent: {} }, { 'cf-connecting-ip': '8.8.8.8' });
      expect((await known()).coverage).toEqual({ visits: coverage.visits + 2, known: coverage.known + 1 });
    });

    test('of somebody who allows nothing is on no profile', async () => {
      const stranger = shopper(stage());
      const view = stranger.event('page_view');
      await stranger.send([view], { consent: {} }, { 'cf-connecting-ip': '8.8.8.8' });
      const id = await stage().owner.visitorOf(view.id);
      expect((await ask(`/visitors/${id}`)).status).toBe(404);
    });

    test('outlives a crash, is exported and erased with the person, and the address is nowhere', async () => {
      const who = newPerson('Otto');
      const { visitor, id } = await signedIn(stage(), who);
      await stage().crash();
      await visitor.send([visitor.event('page_view')], {}, { 'cf-connecting-ip': '8.8.8.123' });
      expect((await traitsOf(id)).company).toBe('Small Leaves (address)');
      const server = await asServer(stage());
      const exported = await (await server(`/profiles/${who.sub}`)).text();
      expect(exported).toContain('"company":{"name":"Small Leaves"');
      for (const [name, bytes] of await stage().written()) expect(bytes.includes('8.8.8.123'), name).toBe(false);
      expect((await server(`/profiles/${who.sub}`, { method: 'DELETE' })).status).toBe(200);
      expect((await ask(`/visitors/${id}`)).status).toBe(404);
    });

    test('changes with another file, which takes its place whole or not at all', async () => {
      const broken = await put(`${file}8.8.4.0/24,"Half`);
      expect([broken.status, ((await broken.json()) as { code: string }).code]).toEqual([422, 'unreadable']);
      expect((await put('company,domain\nAcme,a.example')).status).toBe(422);
      expect(await (await put('network,company\n1,')).json()).toMatchObject({ ranges: 0, nobody: 1 });
      expect(await companyAt('8.8.8.8')).toBe('Small Leaves (address)');

      const packed = gzipSync('start_ip;end_ip;name\n8.8.8.0;8.8.8.255;Other Leaves\n');
      expect((await put(packed, 'second.csv.gz')).status).toBe(200);
      expect(await companyAt('8.8.8.8')).toBe('Other Leaves (address)');
      expect(await companyAt('8.8.7.1')).toBeNull();
      expect(await known()).toMatchObject({ current: { name: 'second.csv.gz' }, previous: { name: 'companies.csv' } });
      expect((await ask('/companies/previous', { method: 'POST' })).status).toBe(204);
      expect(await companyAt('8.8.7.1')).toBe('Big Teas (address)');
    });

    test('is believed as long as the merchant says, not at all without a file, and again when it is put back', async () => {
      const { id } = await from('8.8.8.8');
      const days = (days: number | null) => ask('/companies/days', { method: 'PUT', body: JSON.stringify({ days }) });
      expect([(await days(30)).status, (await days(0)).status]).toEqual([204, 422]);
      expect((await known()).current?.days).toBe(30);
      expect((await ask('/companies', { method: 'DELETE' })).status).toBe(204);
      expect((await ask('/companies', { method: 'DELETE' })).status).toBe(404);
      expect(await traitsOf(id)).toEqual({});
      expect(await companyAt('8.8.8.8')).toBeNull();
      await expect.poll(async () => (await preview('company = "small leaves"')).ids, { timeout: 30_000 }).toEqual([]);
      await stage().crash();
      expect((await ask('/companies/previous', { method: 'POST' })).status).toBe(204);
      expect((await traitsOf(id)).company).toBe('Small Leaves (address)');
      expect((await known()).current?.days).toBe(30);
      await expect.poll(async () => (await preview('company = "small leaves"')).ids, { timeout: 30_000 }).toContain(id);
    });

    test('comes from the shop’s server, too', async () => {
      const server = await asServer(stage());
      const headers = { 'content-type': 'text/csv' };
      const sent = await server('/companies', {
        method: 'POST',
        headers,
        body: 'cidr,organisation\n8.8.8.0/24,By API\n',
      });
      expect(await sent.json()).toEqual({
        ...{ ranges: 1, nobody: 0, companies: 1 },
        refused: { count: 0, first: [] },
      });
      expect(await companyAt('8.8.8.8')).toBe('By API (address)');
      expect((await server('/companies', { method: 'DELETE' })).status).toBe(200);
      expect(await companyAt('8.8.8.8')).toBeNull();
      expect((await fetch(`${stage().origin}/v1/companies`, { method: 'POST', body: file })).status).toBe(401);
    });
  });
}
