import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chance } from '../server/predict/random.ts';

const program = resolve(import.meta.dirname, '../vitrina.mjs');
const data = resolve(import.meta.dirname, 'predict/data');

/** The JSON on the last line of an evaluation. */
async function figures(...words: string[]): Promise<unknown> {
  const out = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [program, 'eval', ...words], (error, out, err) =>
      error ? reject(new Error(err)) : resolve(out),
    );
  });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '');
}

test('CDNOW: the parameters of the papers, and a forecast of the other half', async () => {
  const found = (await figures(
    ...['value', '--customers', join(data, 'cdnow.customers.csv.gz')],
    ...['--transactions', join(data, 'cdnow.transactions.txt.gz')],
  )) as {
    bgNbd: Record<'r' | 'alpha' | 'a' | 'b' | 'logLikelihood', number>;
    gammaGamma: Record<'p' | 'q' | 'v', number>;
    holdOut: {
      weeks: number;
      orders: { actual: number; error: number };
      perCustomer: { correlation: number; ordersInRange: number };
    };
  };
  expect(found.bgNbd.r).toBeCloseTo(0.243, 2);
  expect(found.bgNbd.alpha).toBeCloseTo(4.414, 2);
  expect(found.bgNbd.a).toBeCloseTo(0.793, 2);
  expect(found.bgNbd.b).toBeCloseTo(2.426, 2);
  expect(found.bgNbd.logLikelihood).toBeCloseTo(-9582.4, 1);
  // The paper's v is 15.44; the likelihood's top, with the figures of this file, is at 15.448.
  for (const [name, published] of Object.entries({ p: 6.25, q: 3.74, v: 15.44 }))
    expect(Math.abs(found.gammaGamma[name as 'p'] - published)).toBeLessThan(0.01);
  expect(found.holdOut.weeks).toBe(39);
  expect(found.holdOut.orders.actual).toBe(1886);
  expect(Math.abs(found.holdOut.orders.error)).toBeLessThan(0.15);
  expect(found.holdOut.perCustomer.correlation).toBeGreaterThan(0.6);
  expect(found.holdOut.perCustomer.ordersInRange).toBeGreaterThan(0.8);
});

test('what is bought again: the clocks find it more often than what was bought last, or most often', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'eval-'));
  const file = join(folder, 'lines.tsv');
  await writeFile(file, regularLines(300));
  const found = (await figures('again', '--lines', file)) as {
    customers: number;
    again: number;
  } & Record<'clock' | 'due' | 'mostOften' | 'mostRecent', Record<'hr1' | 'hr10' | 'precision10' | 'shown', number>>;
  await rm(folder, { recursive: true });
  expect(found.customers).toBeGreaterThan(100);
  for (const peer of [found.mostOften, found.mostRecent]) {
    expect(found.clock.hr1).toBeGreaterThan(peer.hr1);
    expect(found.clock.hr10).toBeGreaterThanOrEqual(peer.hr10);
    expect(found.due.precision10).toBeGreaterThan(peer.precision10);
  }
  expect(found.due.shown).toBeLessThan(found.clock.shown);
});

/** A year of people who buy each of their products at its own pace, and now and then something that nobody needs twice. */
function regularLines(people: number): string {
  const random = chance(11);
  const lines = ['InvoiceNo\tStockCode\tQuantity\tInvoiceDate\tUnitPrice\tCustomerID'];
  const bought = (person: number, product: string, day: number) => {
    const time = new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 16).replace('T', ' ');
    lines.push([`${person}.${day}`, product, 1, time, '5.00', person].join('\t'));
  };
  for (let person = 0; person < people; person++) {
    for (let kept = 0; kept < 8; kept++) {
      const product = (person * 7 + kept * 11) % 40;
      const pace = 45 + product * 2;
      for (let day = random.uniform() * pace; day < 365; day += pace * (0.8 + 0.4 * random.uniform()))
        bought(person, `P${product}`, Math.floor(day));
    }
    for (let once = 0; once < 12; once++)
      bought(person, `ONCE-${person % 20}-${once}`, Math.floor(random.uniform() * 365));
  }
  return lines.join('\n');
}

test('the chance to buy: better than the usual rate, and than counting, where there is more to see than counts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'eval-'));
  const file = join(folder, 'events.tsv');
  await writeFile(file, madeUpEvents(4_000));
  const found = (await figures('purchase', '--events', file)) as {
    model: Record<'auc' | 'logLoss' | 'calibrationError', number> & { reliability: { cases: number }[] };
    test: { moments: number };
    baselines: Record<'priorRate' | 'logisticOnCounts', Record<'auc' | 'logLoss', number>>;
  };
  await rm(folder, { recursive: true });
  for (const { auc, logLoss } of Object.values(found.baselines)) {
    expect(found.model.auc).toBeGreaterThan(auc);
    expect(found.model.logLoss).toBeLessThan(logLoss);
  }
  expect(found.model.calibrationError).toBeLessThan(0.05);
  expect(found.model.reliability.reduce((sum, { cases }) => sum + cases, 0)).toBe(found.test.moments);
});

test('orders that are held out: where one product is looked at and another is bought, the shelf of those finds it alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'eval-'));
  const [events, cases] = [join(folder, 'events.tsv'), join(folder, 'cases.tsv')];
  const lines = ['time\tuser\ttype\titem'];
  for (let visit = 0; visit < 60; visit++) {
    const [kind, at] = [visit % 3, visit * 86_400];
    lines.push(`${at}\tu${visit}\tview\tlooked ${kind}`);
    if (visit < 57)
      lines.push(`${at + 7_200}\tu${visit}\tview\tbought ${kind}`, `${at + 7_201}\tu${visit}\tbuy\tbought ${kind}`);
  }
  await writeFile(events, lines.join('\n'));
  await writeFile(cases, ['user\titem', ...[57, 58, 59].map((visit) => `u${visit}\tbought ${visit % 3}`)].join('\n'));
  const found = (await figures('orders', '--events', events, '--cases', cases)) as Record<
    'next' | 'bought-together' | 'viewed-then-bought',
    { mrr: number; answered: number }
  >;
  await rm(folder, { recursive: true });
  // Each visit is over before the next begins, and each order is of one product.
  expect(found['viewed-then-bought']).toMatchObject({ hr10: 1, mrr: 1, answered: 1 });
  expect(found.next).toMatchObject({ hr10: 0, answered: 0 });
  expect(found['bought-together']).toMatchObject({ hr10: 0, answered: 0 });
});

/** Sessions in which some products sell and others do not, and carts of customers become orders more often. */
function madeUpEvents(sessions: number): string {
  const random = chance(11);
  const lines = ['time\tuser\ttype\titem'];
  for (let session = 0; session < sessions; session++) {
    const user = Math.floor(random.uniform() * 500);
    let at = session * 3_600;
    const item = Math.floor(random.uniform() * 40);
    const happens = (type: string) => {
      at += 20;
      lines.push(`${at}\t${user}\t${type}\t${item}`);
    };
    for (let views = 1 + random.poisson(2); views > 0; views--) happens('view');
    if (random.uniform() < 0.5) continue;
    happens('cart');
    const likely = (item < 20 ? 0.2 : 0.6) + (user < 250 ? 0.3 : 0);
    if (random.uniform() < likely) happens('buy');
  }
  return lines.join('\n');
}

test('the clock of the next order: nearer than a median or a last interval, on CDNOW’s last third', async () => {
  const { nextOrder } = (await figures('clock', '--transactions', join(data, 'cdnow.transactions.txt.gz'))) as {
    nextOrder: {
      cases: number;
      meanErrorDays: Record<'clock' | 'medianInterval' | 'lastInterval', number>;
      calibration: { tenth: { share: number } };
      finite: boolean;
    };
  };
  expect(nextOrder.cases).toBe(2_357);
  expect(nextOrder.finite).toBe(true);
  expect(nextOrder.meanErrorDays.clock).toBeLessThan(nextOrder.meanErrorDays.medianInterval);
  expect(nextOrder.meanErrorDays.clock).toBeLessThan(nextOrder.meanErrorDays.lastInterval);
  expect(nextOrder.calibration.tenth.share).toBeGreaterThan(0.07);
  expect(nextOrder.calibration.tenth.share).toBeLessThan(0.13);
});

test('lists: where a product follows another, it comes up from its place by popularity', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-'));
  const mug = (place: number) => `M${place % 25}`;
  const random = chance(7);
  const orders = Array.from({ length: 3_000 }, (_, number) => {
    const first = Math.floor(25 * random.uniform());
    const time = new Date(Date.UTC(2025, 0, 1) + number * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    return [0, 1, 2].map((step) => [`O${number}`, mug(first + step), 1, time, '4.90', `C${number % 900}`].join('\t'));
  });
  const lines = join(folder, 'lines.tsv');
  const products = join(folder, 'products.tsv');
  await writeFile(lines, ['invoice\tproduct\tpieces\ttime\tprice\tcustomer', ...orders.flat()].join('\n'));
  const names = Array.from({ length: 25 }, (_, place) => `${mug(place)}\tmug of colour ${place}`);
  await writeFile(products, ['product\tname', ...names].join('\n'));
  const found = (await figures('lists', '--lines', lines, '--products', products)) as {
    questions: { tune: number; test: number };
    own: { test: number };
    usual: { test: number };
  };
  await rm(folder, { recursive: true });
  expect(found.questions.test).toBeGreaterThanOrEqual(5);
  expect(found.usual.test).toBeGreaterThan(2 * found.own.test);
});
