import { isCurrency } from '../../money.ts';
import { allShops, createShop, setOrigins } from '../../shops/shops.ts';
import { ownerOf } from '../../staff/accounts.ts';
import { createLink } from '../../staff/sessions.ts';
import { startServer } from '../serve.ts';
import { readSettings } from '../settings.ts';
import { type Command, textOf, UsageError } from './command.ts';

export const serverOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
} as const;

export const serverHelp = `  --port N       port to listen on, 0 picks a free one (PORT; 8080)
  --host NAME    address to listen on (HOST; 127.0.0.1)
  --data DIR     folder of the databases (DATA_DIR; ./data)`;

export const serveCommand: Command = {
  summary: 'run the collector and the admin panel',
  help: `vitrina serve [options]

${serverHelp}
  --origin URL   where the shop's pages are, for instance https://shop.example; may be given several times
  --link         print a link that signs the owner in once, for a forgotten password
  --name TEXT    name of the shop, when it is created (My shop)
  --currency C   ISO 4217 code of the shop's prices, when it is created (EUR)
  --time-zone Z  zone of the shop's reports, when it is created (UTC)`,
  options: {
    ...serverOptions,
    origin: { type: 'string', multiple: true },
    link: { type: 'boolean' },
    name: { type: 'string' },
    currency: { type: 'string' },
    'time-zone': { type: 'string' },
  },
  run: async (options, _, terminal) => {
    const origins = originsIn(options.origin);
    const currency = textOf(options, 'currency') ?? 'EUR';
    if (!isCurrency(currency))
      throw new UsageError(`--currency is "${currency}"; an ISO 4217 code such as UAH is wanted`);
    const running = await startServer(readSettings(options, terminal.env));
    const stopped = terminal.stopped();
    const { directory } = running.folder;
    const [shop] = await allShops(directory);
    if (!shop) {
      const timeZone = textOf(options, 'time-zone') ?? 'UTC';
      const name = textOf(options, 'name') ?? 'My shop';
      await createShop(
        directory,
        { name, currency, timeZone, demo: false, origins: (origins ?? [running.origin]).join('\n') },
        Date.now(),
      );
    } else if (origins) {
      await setOrigins(directory, shop.key, origins);
    }
    terminal.out(`Vitrina listens on ${running.origin}`);
    const owner = await ownerOf(directory);
    if (owner && options.link === true) {
      terminal.out(`Sign in once: ${running.origin}/admin/#link=${await createLink(directory, owner.id, Date.now())}`);
    } else if (owner) terminal.out(`Admin panel: ${running.origin}/admin/`);
    else
      terminal.out(
        `Create the owner's account: ${running.origin}/admin/#link=${await createLink(directory, null, Date.now())}`,
      );
    await stopped;
    await running.stop();
  },
};

function originsIn(given: unknown): string[] | null {
  if (!Array.isArray(given)) return null;
  return given.map((text) => {
    if (!URL.canParse(String(text)) || !/^https?:/.test(String(text)))
      throw new UsageError(`--origin is "${text}"; an address such as https://shop.example is wanted`);
    return new URL(String(text)).origin;
  });
}
