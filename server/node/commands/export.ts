import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fromRow } from '../../log/log-event.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { shopHelp, shopOptions, withStore } from './with-shop.ts';

const page = 5_000;

export const exportCommand: Command = {
  summary: 'write every event of the shop as JSON lines',
  help: `vitrina export events FILE [options]

${shopHelp}`,
  options: shopOptions,
  run: async (options, [what, path], terminal) => {
    if (what !== 'events' || path === undefined) throw new UsageError('Say where to: "vitrina export events FILE".');
    await withStore(options, terminal, async (_, store) => {
      const file = createWriteStream(path);
      await once(file, 'open');
      let seq = 0;
      let count = 0;
      for (;;) {
        const rows = await store.all(
          'SELECT id, visitor, at, name, body, seq FROM log WHERE seq > ? ORDER BY seq LIMIT ?',
          [seq, page],
        );
        const last = rows.at(-1);
        if (!last) break;
        seq = Number(last[5]);
        count += rows.length;
        if (!file.write(rows.map((row) => `${JSON.stringify(fromRow(row))}\n`).join(''))) await once(file, 'drain');
        terminal.progress(`${count.toLocaleString('en')} events`);
      }
      file.end();
      await once(file, 'close');
      said(count, path, terminal);
    });
  },
};

function said(count: number, path: string, { out }: Terminal): void {
  out(`Wrote ${count} events to ${path}.`);
}
