import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeOrder } from '../server/orders/order.ts';
import { orderState } from '../server/orders/order-state.ts';

const program = resolve(import.meta.dirname, '../vitrina.mjs');
let folder = '';
let data = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  data = join(folder, 'data');
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** One run of the command line, to its end. */
function vitrina(...words: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

/** `vitrina serve`, until `work` is done. */
async function whileServing(work: (origin: string) => Promise<void>, ...words: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data, ...words]);
  const outcome = { code: -1, out: '', err: '' };
  child.stderr.on('data', (text) => (outcome.err += text));
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      outcome.out += text;
      const [, found] = /listens on (\S+)[\s\S]*\/admin\//.exec(outcome.out) ?? [];
      if (found) resolve(found);
    });
    child.on('close', () => reject(new Error(`ended early: ${outcome.err}`)));
  });
  try {
    await work(origin);
  } finally {
    child.kill('SIGTERM');
    outcome.code = await ended;
  }
  return outcome;
}

describe('the words', () => {
  test('are explained', async () => {
    const { code, out } = await vitrina('--help');
    expect(code).toBe(0);
    for (const name of ['demo', 'serve', 'import', 'export', 'rebuild']) {
      expect(out).toContain(name);
      expect(await vitrina(name, '--help')).toMatchObject({ code: 0, out: expect.stringContaining(`vitrina ${name}`) });
    }
  });

  test.each([
    [['dance'], 'There is no command "dance"'],
    [['serve', '--prot', '1'], "Unknown option '--prot'"],
    [['serve', '--port', '99999'], 'a number from 0 to 65535'],
    [['serve', '--origin', 'shop'], 'https://shop.example'],
    [['serve', '--currency', 'EURO'], 'ISO 4217'],
    [['import', 'dreams', 'x.csv'], 'vitrina import catalog FILE'],
    [['import', 'catalog'], 'vitrina import catalog FILE'],
    [['export'], 'vitrina export events FILE'],
  ])('%j are wrong, and it says what to do', async (words, says) => {
    const { code, out, err } = await vitrina(...words, '--data', join(folder, 'none'));
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err + out).not.toContain('    at ');
  });

  test('name a folder without a shop', async () => {
    const outcome = await vitrina('rebuild', '--data', join(folder, 'none'));
    expect(outcome).toMatchObject({ code: 1, err: expect.stringContaining('There is no shop in this folder yet') });
  });
});

describe('a new installation', () => {
  test('makes its shop, prints where to create the owner, and stops when told', async () => {
    const { code, out } = await whileServing(
      async (origin) => {
        expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ ok: true });
        const second = await vitrina('serve', '--port', '0', '--data', data);
        expect(second).toMatchObject({ code: 1, err: expect.stringContaining('works with this data folder') });
        const taken = await vitrina('serve', '--port', new URL(origin).port, '--data', join(folder, 'other'));
        expect(taken).toMatchObject({ code: 1, err: expect.stringContaining('is taken') });
      },
      '--origin',
      'https://shop.example',
      '--currency',
      'GBP',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/Create the owner's account: http:\S+\/admin\/#link=\S{20,}/);
  });

  test('takes a catalogue, refuses the lines that are wrong, and says why', async () => {
    const file = join(folder, 'catalog.csv');
    await writeFile(
      file,
      [
        'item_id,item_name,item_category,price,currency,url,image,availability,added',
        'A,Red <b>mug</b>,Mugs,2.55,GBP,https://shop.example/a,,in_stock,2026-01-01T00:00:00Z',
        '0012,"Bag, blue",Bags,"1 199,00 GBP",,https://shop.example/b,https://shop.example/b.jpg,out of stock,',
        'C,No address,Bags,1,GBP,nowhere,,,',
        ',No id,Bags,1,GBP,https://shop.example/d,,,',
        'E,Odd money,Bags,1,QQQ,https://shop.example/e,,,',
        'F,Odd price,Bags,cheap,GBP,https://shop.example/f,,,',
      ].join('\n'),
    );
    const refused = join(folder, 'refused.jsonl');
    const { code, out } = await vitrina('import', 'catalog', file, '--data', data, '--refused', refused);
    expect(code).toBe(0);
    expect(out).toContain('Imported 2 products.\nRefused 4 lines:\n  line 4: url is not a web address');
    expect(
      (await readFile(refused, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).line),
    ).toEqual([4, 5, 6, 7]);
    expect(rows('SELECT id, name, price, currency, in_stock FROM products ORDER BY id')).toEqual([
      ['0012', 'Bag, blue', 119900, 'GBP', 0],
      ['A', 'Red <b>mug</b>', 255, 'GBP', 1],
    ]);
  });

  test('keeps its catalogue when a file has nothing in it that is a product', async () => {
    const file = join(folder, 'nothing.csv');
    await writeFile(file, 'item_id,item_name\n,\n');
    expect(await vitrina('import', 'catalog', file, '--data', data)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no line that is a product'),
    });
    expect(await vitrina('import', 'catalog', join(folder, 'gone.csv'), '--data', data)).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read'),
    });
    expect(rows('SELECT count(*) FROM products')).toEqual([[2]]);
  });

  test('takes a feed whose columns have other names, and a Google Merchant feed, packed', async () => {
    const csv = join(folder, 'shop.csv');
    await writeFile(csv, 'Artikel;Preis;Titel;url\n0012;"1.199,00";Bag;https://shop.example/b\n');
    const maps = ['item_id=Artikel', 'item_name=Titel', 'price=Preis'].flatMap((map) => ['--map', map]);
    expect((await vitrina('import', 'catalog', csv, ...maps, '--data', data)).out).toBe('Imported 1 products.\n');
    expect(rows('SELECT id, name, price FROM products')).toEqual([['0012', 'Bag', 119900]]);
    const [[since]] = rows('SELECT added_at FROM products') as [[number]];

    const item = (id: string, more = '') =>
      `<item><g:id>${id}</g:id><title>Tea</title><link>https://shop.example/${id}</link><g:price>2.55 GBP</g:price>${more}</item>`;
    const xml = `<rss xmlns:g="g"><channel>${item('0012')}${item('A', '<g:sale_price>2.00 GBP</g:sale_price>')}</channel></rss>`;
    const feed = join(folder, 'feed.xml.gz');
    await writeFile(feed, gzipSync(xml));
    expect((await vitrina('import', 'catalog', feed, '--data', data)).out).toBe('Imported 2 products.\n');
    expect(rows('SELECT id, price, added_at = ? FROM products ORDER BY id'.replace('?', String(since)))).toEqual([
      ['0012', 255, 1],
      ['A', 200, 0],
    ]);

    await writeFile(feed, gzipSync(xml.slice(0, -30)));
    expect(await vitrina('import', 'catalog', feed, '--data', data)).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing was changed'),
    });
    expect(rows('SELECT count(*) FROM products')).toEqual([[2]]);
    expect(await vitrina('import', 'catalog', csv, '--map', 'colour=Preis', '--data', data)).toMatchObject({
      code: 2,
      err: expect.stringContaining('"colour=Preis" is not FIELD=COLUMN'),
    });
  });

  test('takes orders once, returns among them, and makes people of the customers', async () => {
    const file = join(folder, 'orders.tsv');
    const line = (...cells: string[]) => cells.join('\t');
    await writeFile(
      file,
      [
        line(
          'order_id',
          'time',
          'customer_id',
          'customer_name',
          'country',
          'currency',
          'item_id',
          'item_name',
          'quantity',
          'price',
        ),
        line('1', '2026-03-01T10:00:00Z', '17', 'Anna', 'GB', 'GBP', 'A', 'Red mug', '2', '2.55'),
        line('1', '2026-03-01T10:00:00Z', '17', 'Anna', 'GB', 'GBP', '0012', 'Bag', '1', '10.00'),
        line('C2', '2026-03-05T10:00:00Z', '17', 'Anna', 'GB', 'GBP', 'A', 'Red mug', '-1', '2.55'),
        line('3', '2026-03-06T10:00:00Z', '', '', 'GB', 'GBP', 'A', 'Red mug', '1', '2.55'),
        line('4', 'yesterday', '17', 'Anna', 'GB', 'GBP', 'A', 'Red mug', '1', '2.55'),
      ].join('\n'),
    );
    const first = await vitrina('import', 'orders', file, '--data', data);
    expect(first.out).toContain(
      'Imported 3 orders and returns (0 were there already).\nRefused 1 line:\n  line 6: time: "yesterday" is not a time',
    );
    const again = await vitrina('import', 'orders', file, '--data', data);
    expect(again.out).toContain('Imported 0 orders and returns (3 were there already).');
    expect(rows('SELECT id, visitor FROM log ORDER BY seq')).toEqual([
      ['order:1:server', 'customer-17'],
      ['refund:C2', 'customer-17'],
      ['order:3:server', '~import'],
    ]);
    expect(rows("SELECT visitor, person, who, body ->> '$.totals' FROM profiles")).toEqual([
      ['customer-17', 'customer:17', 'Anna', '[["purchase",1],["refund",1]]'],
    ]);
    expect(rows('SELECT id, visitor, status, currency, gross, refunded FROM orders ORDER BY id')).toEqual([
      ['1', 'customer-17', 'placed', 'GBP', 1510, 0],
      ['3', null, 'placed', 'GBP', 255, 0],
      ['C2', 'customer-17', null, 'GBP', null, 255],
    ]);
  });

  test('takes orders with what they cost and are worth, corrected ones too, and the rates of the days', async () => {
    const other = join(folder, 'costs');
    await whileServing(async () => {}, '--data', other, '--currency', 'UAH');
    const file = join(folder, 'costs.csv');
    const head = 'order_id,time,modified,currency,item_id,quantity,price,cost,serials,warranty_until,rate,status\n';
    const first = '7,2026-03-01T10:00:00Z,,EUR,A,2,10,6.50,S1 S2,2028-03-01,44.1,paid\n';
    await writeFile(file, `${head}${first}8,2026-03-01T10:00:00Z,,EUR,A,2,10,cheap,,,,\n`);
    expect((await vitrina('import', 'orders', file, '--data', other)).out).toContain('cost: "cheap" is not an amount');
    await writeFile(file, `${head}7,2026-03-01T10:00:00Z,2026-03-02T10:00:00Z,EUR,A,1,10,,,,,\n`);
    await vitrina('import', 'orders', file, '--data', other);
    const [[body]] = rows('SELECT body FROM orders', other) as [[string]];
    expect(orderState(decodeOrder(body))).toMatchObject({
      ...{ at: Date.UTC(2026, 2, 1, 10), gross: 1000, rate: 44.1, status: 'paid' },
      lines: [
        {
          ...{ quantity: 1, cost: { amount: 650, currency: 'EUR' }, serials: ['S1', 'S2'] },
          warrantyUntil: Date.UTC(2028, 2, 1),
        },
      ],
    });

    await writeFile(file, 'day,currency,rate\n2026-03-01,EUR,44.1\n2026-03-01,QQQ,1\n2026-03-02,EUR,45\n');
    expect((await vitrina('import', 'rates', file, '--data', other)).out).toContain(
      'Imported 2 rates.\nRefused 1 line:\n  line 3: currency: not an ISO 4217 currency',
    );
    await writeFile(file, 'day,currency,rate\n2026-03-01,EUR,44.2\n');
    await vitrina('import', 'rates', file, '--data', other);
    expect(rows('SELECT * FROM rates ORDER BY day', other)).toEqual([
      ['EUR', '2026-03-01', 44.2],
      ['EUR', '2026-03-02', 45],
    ]);
  });

  test('takes what a source knows of people, each fact once, and makes the same of it anew', async () => {
    const other = join(folder, 'told');
    await whileServing(async () => {}, '--data', other);
    const file = join(folder, 'told.csv');
    await writeFile(
      file,
      'customer,email,time,tier,employees:number\n42,,2026-03-01T10:00:00Z,gold,12\n,A@b.example,2026-03-01T10:00:00Z,blue,\n,,,red,\n',
    );
    const take = () => vitrina('import', 'profiles', file, '--source', 'crm', '--data', other);
    expect((await take()).out).toContain(
      'Imported what is told of 2 people (0 times it was known already).\nRefused 1 line:\n  line 4: customer: say whom',
    );
    expect((await take()).out).toContain('what is told of 0 people (2 times it was known already)');
    const made = () => [
      rows('SELECT visitor, person, body FROM profiles ORDER BY visitor', other),
      rows('SELECT * FROM identities ORDER BY event, key', other),
    ];
    const before = made();
    expect(rows('SELECT visitor, person FROM profiles ORDER BY visitor', other)).toEqual([
      ['customer-42', 'customer:42'],
      ['email-a@b.example', 'email:a@b.example'],
    ]);
    await vitrina('rebuild', '--data', other);
    expect(made()).toEqual(before);
    expect(rows('SELECT id, kept, refused FROM trait_sources', other)).toEqual([['crm', 2, 2]]);
    expect((await vitrina('import', 'profiles', file, '--data', other)).err).toContain('--source');
  });

  test('makes the same profiles anew from its log', async () => {
    const made = () => [
      rows('SELECT * FROM profiles ORDER BY visitor'),
      rows('SELECT * FROM identities ORDER BY event, key'),
      rows('SELECT * FROM orders ORDER BY id'),
    ];
    const before = made();
    expect(await vitrina('rebuild', '--data', data)).toMatchObject({ code: 0, out: 'Made 1 profiles of 3 events.\n' });
    expect(made()).toEqual(before);
  });

  test('gives everything out again', async () => {
    const file = join(folder, 'events.jsonl');
    expect(await vitrina('export', 'events', file, '--data', data)).toMatchObject({
      code: 0,
      out: `Wrote 3 events to ${file}.\n`,
    });
    const [first] = (await readFile(file, 'utf8')).trim().split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      id: 'order:1:server',
      name: 'purchase',
      value: 1510,
      currency: 'GBP',
      identity: { customer: '17' },
    });
  });

  test('takes events out of what it gave out, each once, and makes the same people of them', async () => {
    const file = join(folder, 'events.jsonl');
    const other = join(folder, 'other');
    await writeFile(file, `${await readFile(file, 'utf8')}{"id":"x"}\n{"product":{"id":"A"}}\nno JSON\n`);
    await whileServing(async () => {}, '--data', other, '--currency', 'GBP');
    const first = await vitrina('import', 'events', file, '--data', other);
    expect(first.out).toMatch(/^Imported 3 events \(0 were there already\)\.\nRefused 2 lines:\n {2}line 4: visitor: /);
    expect((await vitrina('import', 'events', file, '--data', other)).out).toContain('Imported 0 events (3 were there');
    const profiles = 'SELECT visitor, person, who, last_seen, body FROM profiles ORDER BY visitor';
    expect(rows(profiles, other)).toEqual(rows(profiles));
  });
});

/** Rows of the one shop's file. */
function rows(sql: string, folder = data): unknown[] {
  const [[key]] = query(join(folder, 'directory.db'), 'SELECT key FROM shops') as [[string]];
  return query(join(folder, 'shops', `${key}.db`), sql);
}

function query(path: string, sql: string): unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(sql).raw().all();
  } finally {
    db.close();
  }
}

describe('eval', () => {
  const lastLine = (out: string) => JSON.parse(out.trim().split('\n').at(-1) ?? '');

  test('measures the next item in sessions, compressed and with times, and each prefix is one prediction', async () => {
    const [train, timed, asked] = ['train.txt', 'timed.txt.gz', 'asked.txt'].map((name) => join(folder, name));
    await writeFile(train ?? '', 'tea cup\n'.repeat(60) + 'jam spoon\n'.repeat(40));
    await writeFile(
      timed ?? '',
      gzipSync(Array.from({ length: 90 }, (_, at) => `${at * 60}\t${at % 3 ? 'tea cup' : 'jam spoon'}\n`).join('')),
    );
    await writeFile(asked ?? '', 'tea cup\nunheard-of tea cup\njam never-seen\n');
    for (const [file, method, hits] of [
      [train, 'markov', 2 / 4],
      [train, 'ours', 3 / 4],
      [timed, 'vmis', 2 / 4],
    ] as const) {
      const words = ['--train', file ?? '', '--test', asked ?? '', '--method', method, '--k', '2'];
      const { code, out } = await vitrina('eval', 'recommend', ...words);
      expect(code).toBe(0);
      expect(Object.keys(lastLine(out))).toEqual(
        expect.arrayContaining([
          'hr',
          'mrr',
          'ndcg',
          'coverage',
          'popularity',
          'fitSeconds',
          'p50us',
          'p99us',
          'modelBytes',
        ]),
      );
      expect(lastLine(out)).toMatchObject({ predictions: 4 });
      expect(lastLine(out).hr).toBeLessThanOrEqual(hits);
      expect(lastLine(out).hr).toBeGreaterThanOrEqual(0.5);
    }
    const { out } = await vitrina(
      'eval',
      'recommend',
      '--train',
      train ?? '',
      '--test',
      asked ?? '',
      '--min-prefix',
      '2',
    );
    expect(lastLine(out)).toMatchObject({ predictions: 1, hr: 1, mrr: 1 });
  });

  test('measures the cart and the page of a product', async () => {
    const [train, cases] = ['baskets.txt', 'cases.txt'].map((name) => join(folder, name));
    await writeFile(train ?? '', 'tea cup spoon\n'.repeat(30) + 'jam bread\n'.repeat(30));
    await writeFile(cases ?? '', 'cup\ttea cup\nbread\tbread jam\nnew\tnew jam\n');
    const { code, out } = await vitrina('eval', 'basket', '--train', train ?? '', '--cases', cases ?? '', '--page');
    expect(code).toBe(0);
    // The page of a product that nobody has bought shows what is popular, and of so few products jam is among it.
    expect(lastLine(out)).toMatchObject({ hr: 2 / 3, predictions: 3, page: { hit: 1 } });
  });

  test.each([
    [['recommend', '--test', 'x'], 2, /--train/],
    [['recommend', '--train', 'no-such-file', '--test', 'y'], 1, /no-such-file/],
    [['recommend', '--train', '/dev/null', '--test', 'y'], 1, /\/dev\/null is empty/],
    [['basket', '--method', 'guess'], 2, /no method "guess".*ours/],
    [['dice'], 2, /recommend or basket/],
  ] as const)('says what is wrong with %j', async (words, code, message) => {
    const outcome = await vitrina('eval', ...words);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toMatch(message);
  });
});
