import { writeFile } from 'node:fs/promises';
import { importCatalog, type RefusedLine } from '../import-catalog.ts';
import { importOrders } from '../import-orders.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { foldLog, shopHelp, shopOptions, withStore } from './with-shop.ts';

export const importCommand: Command = {
  summary: "take in the shop's catalogue, or its order history",
  help: `vitrina import catalog FILE [options]
vitrina import orders FILE [options]

FILE is CSV, or TSV by its ending (.tsv), each also as .gz, with a head line.
  catalog   item_id, item_name, item_category, item_brand, price, currency, url, image, availability, added
            (or Google Merchant's id, title, product_type, brand, price, link, image_link); replaces the catalogue
  orders    order_id, time, customer_id, customer_name, country, currency, item_id, item_name, quantity, price;
            a row a product, rows of one order together; a negative quantity came back

${shopHelp}
  --refused FILE write the refused lines and why, as JSON lines`,
  options: { ...shopOptions, refused: { type: 'string' } },
  run: async (options, [what, path], terminal) => {
    if ((what !== 'catalog' && what !== 'orders') || path === undefined) {
      throw new UsageError('Say what to import: "vitrina import catalog FILE" or "vitrina import orders FILE".');
    }
    await withStore(options, terminal, async (shop, store) => {
      if (what === 'catalog') {
        const { kept, refused } = await importCatalog(store, path, shop.currency, Date.now());
        await report(`${kept} products`, refused, options.refused, terminal);
        return;
      }
      const progress = (lines: number) => terminal.progress(`${lines.toLocaleString('en')} lines`);
      const { kept, refused, duplicates } = await importOrders(store, path, progress);
      terminal.progress('folding profiles');
      await foldLog(shop, store);
      await report(`${kept} orders and returns (${duplicates} were there already)`, refused, options.refused, terminal);
    });
  },
};

async function report(kept: string, refused: readonly RefusedLine[], file: unknown, { out }: Terminal): Promise<void> {
  out(`Imported ${kept}.`);
  if (refused.length === 0) return;
  out(`Refused ${refused.length} lines:`);
  for (const { line, reason } of refused.slice(0, 5)) out(`  line ${line}: ${reason}`);
  if (refused.length > 5) out('  ... (all of them with --refused FILE)');
  if (typeof file === 'string') await writeFile(file, refused.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
