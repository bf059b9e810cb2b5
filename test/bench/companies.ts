import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openCompanies } from '../../server/companies/company-book.ts';
import { openFileStore } from '../../server/node/file-store.ts';
import { startThread } from '../../server/node/threads.ts';
import { migrations } from '../../server/store/migrations.ts';
import { percentile } from './percentile.ts';

const lookups = 200_000;
const megabyte = 1024 * 1024;

/** A file of so many ranges, a tenth of them within others and a fifth IPv6: taking it in, looking addresses up, and what both hold. */
export async function benchCompanies(ranges: number) {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-'));
  const script = new URL('../file-thread.js', import.meta.url);
  const threads = { writer: startThread(script), reader: startThread(script) };
  const store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
  try {
    const atRest = await held();
    const companies = await openCompanies(store);
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const late = lateness();
    const began = performance.now();
    const taken = await companies.take(rowsOf(ranges), { name: 'bench', now: Date.now() });
    const takeSeconds = (performance.now() - began) / 1000;
    clearInterval(watch);
    const longestStall = await late.end();
    const before = await held();
    const times = new Float64Array(lookups);
    let found = 0;
    for (let asked = 0; asked < lookups; asked++) {
      const address = addressOf((asked * 2_654_435_761) % (ranges * 2));
      const start = performance.now();
      if (await companies.of(address)) found++;
      times[asked] = performance.now() - start;
    }
    const after = await held();
    const { name } = companies.current() ?? { name: '' };
    return {
      name,
      ...{ ranges: taken.ranges, companies: taken.companies, takeSeconds: rounded(takeSeconds) },
      longestStallMs: rounded(longestStall),
      peakRssMb: Math.round(peak / megabyte),
      ...{ lookups, found },
      lookupP50Us: rounded(percentile(times, 0.5) * 1000),
      lookupP99Us: rounded(percentile(times, 0.99) * 1000),
      // Of which the times above are a part that goes with them.
      heldMb: { atRest: rounded(atRest), afterTaking: rounded(before), afterLookups: rounded(after) },
    };
  } finally {
    await store.close();
    await Promise.all([threads.writer.end(), threads.reader.end()]);
    await rm(folder, { recursive: true });
  }
}

async function* rowsOf(ranges: number) {
  for (let place = 0; place < ranges; place++) {
    const network =
      place % 10 === 9 ? `${addressOf(2 * (place - 1))}/31` : `${addressOf(2 * place)}/${place % 5 === 0 ? 48 : 24}`;
    const number = place % 150_000;
    const company = `Company ${number} of Tea Ltd`;
    const row = { network, company, domain: `c${number}.example`, industry: 'Tea', size: '51-200' };
    yield { line: place + 2, row };
  }
}

/** Each a network of its own: every fifth pair is of IPv6. */
function addressOf(number: number): string {
  const [a, b, c] = [20 + (number >> 16), (number >> 8) & 255, number & 255];
  return Math.floor(number / 2) % 5 === 0
    ? `2a${a.toString(16).padStart(2, '0')}:${b.toString(16)}:${c.toString(16)}::`
    : `${a}.${b}.${c}.0`;
}

/** MB of heap and typed arrays once nothing is left to collect. */
async function held(): Promise<number> {
  await setTimeout(50);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / megabyte;
}

/** By how many ms a timer of 5 ms was late at most. */
function lateness() {
  let isOver = false;
  let longest = 0;
  const watching = (async () => {
    while (!isOver) {
      const before = performance.now();
      await setTimeout(5);
      longest = Math.max(longest, performance.now() - before - 5);
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await watching;
      return longest;
    },
  };
}

const rounded = (number: number) => Math.round(number * 10) / 10;
