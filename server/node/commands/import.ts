import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { sourceId } from '../../enrichment/told.ts';
import { readMapping } from '../../feeds/mapping.ts';
import type { RefusedLine } from '../../feeds/take-feed.ts';
import { Refused } from '../../refused.ts';
import { importCatalog } from '../import-catalog.ts';
import { importCompanies } from '../import-companies.ts';
import { importEvents } from '../import-events.ts';
import { importOrders } from '../import-orders.ts';
import { importProfiles } from '../import-profiles.ts';
import { importRates } from '../import-rates.ts';
import { type Command, type Options, type Terminal, textOf, UsageError } from './command.ts';
import { foldLog, shopHelp, shopOptions, withStore } from './with-shop.ts';

const kinds = ['catalog', 'orders', 'events', 'rates', 'profiles', 'companies'] as const;

export const importCommand: Command = {
  summary: "take in the shop's catalogue, orders, events, exchange rates, or what others know of people and companies",
  help: `vitrina import catalog FILE [options]
vitrina import orders FILE [options]
vitrina import events FILE [options]
vitrina import rates FILE [options]
vitrina import profiles FILE --source NAME [options]
vitrina import companies FILE [options]

  catalog   replaces the catalogue, all of it or nothing. A Google Merchant feed (XML or TSV), or CSV or TSV with a head line:
            item_id, item_name, item_category, item_brand, price, currency, cost, url, image, availability, added
            (or Google's id, title, product_type, brand, price, cost_of_goods_sold, link, image_link); each also as .gz
  orders    CSV or TSV: order_id, time, customer_id, customer_name, country, currency, item_id, item_name, quantity, price;
            a row a product, rows of one order together; a negative quantity came back. Where they are known also: cost,
            serials (spaces between them), warranty_until, and on the first row rate, status, updated, modified
  events    JSON lines, as "vitrina export events" and /v1/export write them; what is there already is not added again
  rates     CSV or TSV: day (2026-11-21), currency, rate: what one unit of it was worth in the shop's currency
  profiles  what a source of yours (a CRM, a bureau) knows of people: CSV or TSV with customer, email or phone, time where it is
            known, and a column for each trait: interests (a question's key), tier, employees:number (or :text, :date, :yes_no);
            what people said of themselves is not overwritten, and who is not known yet finds it when they come
  companies whose internet addresses are whose, all of it or nothing: CSV or TSV with network (8.8.8.0/24) or start and
            end, company, and where they are known domain, industry, size and type (isp, hosting: nobody's)

${shopHelp}
  --map F=C      catalog: our field F is the feed's column C, for instance --map price=Preis; may be given several times
  --source NAME  profiles: whose word it is, for instance crm
  --refused FILE write the refused lines and why, as JSON lines`,
  options: {
    ...shopOptions,
    refused: { type: 'string' },
    source: { type: 'string' },
    map: { type: 'string', multiple: true },
  },
  run: async (options, [what, path], terminal) => {
    const kind = kinds.find((name) => name === what);
    if (!kind || path === undefined)
      throw new UsageError(`Say what to import: ${kinds.map((name) => `"vitrina import ${name} FILE"`).join(' or ')}.`);
    const mapping = mappingIn(options);
    const report = reportTo(textOf(options, 'refused'), terminal);
    const progress = (lines: number) => terminal.progress(`${lines.toLocaleString('en')} lines`);
    await withStore(options, terminal, async (shop, store) => {
      if (kind === 'catalog') {
        const wanted = { currency: shop.currency, now: Date.now(), mapping, progress, refuse: report.refuse };
        const { kept } = await importCatalog(store, path, wanted);
        return report.end(`${kept} products`);
      }
      if (kind === 'rates') {
        const { kept, refused } = await importRates(store, path);
        refused.forEach(report.refuse);
        return report.end(`${kept} rates`);
      }
      if (kind === 'profiles') {
        const { kept, refused, duplicates } = await importProfiles(store, path, {
          source: sourceIn(options),
          progress,
        });
        refused.forEach(report.refuse);
        terminal.progress('folding profiles');
        await foldLog(shop, store);
        return report.end(`what is told of ${kept} people (${duplicates} times it was known already)`);
      }
      if (kind === 'companies') {
        const { ranges, nobody, companies } = await importCompanies(store, path, { progress, refuse: report.refuse });
        return report.end(
          `${counted(ranges, 'range', 'ranges')} of ${counted(companies, 'company', 'companies')}, and ${nobody} that are nobody's`,
        );
      }
      const importing =
        kind === 'orders' ? importOrders(store, { path }, progress) : importEvents(store, path, progress);
      const { kept, refused, duplicates } = await importing;
      refused.forEach(report.refuse);
      terminal.progress('folding profiles');
      await foldLog(shop, store);
      const kinds = kind === 'orders' ? 'orders and returns' : 'events';
      await report.end(`${kept} ${kinds} (${duplicates} were there already)`);
    });
  },
};

function sourceIn(options: Options): string {
  const named = sourceId.safeParse(textOf(options, 'source'));
  if (named.success) return named.data;
  throw new UsageError(`--source: say whose word it is, for instance crm: ${named.error.issues[0]?.message}`);
}

function mappingIn({ map }: Options) {
  try {
    return readMapping(Array.isArray(map) ? map.map(String) : []);
  } catch (error) {
    if (error instanceof Refused) throw new UsageError(`--map: ${error.message}`);
    throw error;
  }
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Shows the first refused lines, and writes all of them where that is wanted. */
function reportTo(path: string | undefined, { out }: Terminal) {
  const first: RefusedLine[] = [];
  let count = 0;
  let file: WriteStream | null = null;
  return {
    refuse: (line: RefusedLine) => {
      count++;
      if (first.length < 5) first.push(line);
      if (path === undefined) return;
      file ??= createWriteStream(path);
      file.write(`${JSON.stringify(line)}\n`);
    },
    end: async (kept: string) => {
      out(`Imported ${kept}.`);
      if (count === 0) return;
      out(`Refused ${counted(count, 'line', 'lines')}:`);
      for (const { line, reason } of first) out(`  line ${line}: ${reason}`);
      if (count > first.length) out('  ... (all of them with --refused FILE)');
      if (file) await finished(file.end());
    },
  };
}
