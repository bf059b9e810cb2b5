import { forgetAlerts } from '../../alerts/alert-book.ts';
import { forgetShelves } from '../../earnings/shelf-book.ts';
import { forgetLoop } from '../../loop/loop-book.ts';
import { forgetResults } from '../../results/result-book.ts';
import type { Command } from './command.ts';
import { foldLog, shopHelp, shopOptions, withStore } from './with-shop.ts';

export const rebuildCommand: Command = {
  summary: 'make all profiles anew from the log',
  help: `vitrina rebuild [options]

The log is the only truth: what is made from it may be dropped and comes back the same.

${shopHelp}`,
  options: shopOptions,
  run: (options, _, terminal) =>
    withStore(options, terminal, async (shop, store) => {
      terminal.progress('reading the log');
      await store.write([
        { sql: 'DELETE FROM profiles', params: [] },
        { sql: 'DELETE FROM identities', params: [] },
        { sql: 'DELETE FROM orders', params: [] },
        { sql: 'DELETE FROM seen_products', params: [] },
        { sql: 'DELETE FROM audience', params: [] },
        { sql: 'DELETE FROM audience_acts', params: [] },
        { sql: 'DELETE FROM audience_steps', params: [] },
        { sql: 'DELETE FROM audience_traits', params: [] },
        { sql: 'DELETE FROM audience_visitors', params: [] },
        { sql: 'DELETE FROM people_words', params: [] },
        { sql: 'DELETE FROM model_parts', params: [] },
        { sql: "DELETE FROM projections WHERE name IN ('profiles', 'audience')", params: [] },
        ...forgetShelves,
        ...forgetResults,
        ...forgetAlerts,
        ...forgetLoop,
      ]);
      const open = await foldLog(shop, store);
      terminal.progress('making the audience of segments');
      await open.audience.refresh();
      terminal.progress('counting what shelves brought');
      await open.shelves.refresh();
      terminal.progress('counting who was drawn for campaigns');
      await open.results.refresh();
      terminal.progress('looking who waits for which product');
      await open.alerts.refresh();
      terminal.progress('counting who took part in the loop');
      await open.loop.refresh();
      const [row] = await store.all('SELECT (SELECT count(*) FROM profiles), (SELECT count(*) FROM log)', []);
      terminal.out(`Made ${row?.[0]} profiles of ${row?.[1]} events.`);
    }),
};
