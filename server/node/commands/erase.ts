import { customerKey } from '../../identity/word.ts';
import { erasePerson } from '../../privacy/erase-person.ts';
import { type Command, Failure, UsageError } from './command.ts';
import { foldLog, shopHelp, shopOptions, withStore } from './with-shop.ts';

export const eraseCommand: Command = {
  summary: 'take a person out of everything that is kept',
  help: `vitrina erase customer NUMBER [options]
vitrina erase visitor ID [options]

Every device of theirs, all events, keys and profiles. Their orders stay in the sums, as orders of nobody. There is no way back.
Stop the server first, or use the panel.

${shopHelp}`,
  options: shopOptions,
  run: async (options, [what, id], terminal) => {
    if ((what !== 'customer' && what !== 'visitor') || id === undefined)
      throw new UsageError('Say whom: "vitrina erase customer NUMBER" or "vitrina erase visitor ID".');
    await withStore(options, terminal, async (shop, store) => {
      const open = await foldLog(shop, store);
      const [first] = what === 'visitor' ? [id] : [...(await open.people.withKey(customerKey(id)))].sort();
      const rows = await store.all('SELECT 1 FROM log WHERE visitor = ? LIMIT 1', [first ?? '']);
      if (first === undefined || rows.length === 0) throw new Failure(`Nobody is known as ${what} "${id}".`);
      const { visitors, events, anonymous } = await erasePerson(first, open, { by: 'command' }, Date.now());
      terminal.out(
        `Erased: ${visitors} visitors, ${events} events. ${anonymous} reports of orders stay, as orders of nobody.`,
      );
    });
  },
};
