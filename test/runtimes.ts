import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** Where the app runs, started as its user would start it. */
export interface Runtime {
  name: string;
  /** Serves a new shop whose pages are at `shopOrigin`, from an empty folder. */
  start(shopOrigin: string, options?: Options): Promise<Installation>;
}

export interface Options {
  /** Feeds may stand on this machine. */
  privateFeeds?: boolean;
}

export interface Installation {
  /** Ours; another one after each start. */
  readonly origin: string;
  /** The token of the link that the owner finds in the terminal. */
  ownerLink(): Promise<string>;
  /** Kills the process in the middle of whatever it does, and starts it on what it left. */
  crash(): Promise<void>;
  /** Every file of its folder by name, and `printed`: all that it has said. */
  written(): Promise<Map<string, Buffer>>;
  /** Ends the process politely; its folder, for what runs on it then. `stop` is still to be called. */
  pause(): Promise<string>;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
}

interface Program {
  command: string;
  words(dir: string, shopOrigin: string, options: Options): string[];
  env(shopOrigin: string): Record<string, string>;
  /** The line that says where it listens. */
  listens: RegExp;
  originOf(found: string): string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
/** The platform's own binary: the package's `bin` may be a script around it, which would survive it. */
const { default: workerd } = require('workerd') as { default: string };

const node: Program = {
  command: process.execPath,
  words: (dir, shopOrigin) => [
    ...[join(root, 'vitrina.mjs'), 'serve', '--port', '0', '--data', dir],
    ...['--name', 'Test shop', '--origin', shopOrigin],
  ],
  // Told to believe the headers that the edge believes by itself.
  env: () => ({ ADDRESS_HEADER: 'cf-connecting-ip', COUNTRY_HEADER: 'cf-ipcountry', REGION_HEADER: 'cf-region-code' }),
  listens: /^Vitrina listens on (\S+)$/,
  originOf: (origin) => origin,
};

const edge: Program = {
  command: workerd,
  words: (dir, _, { privateFeeds }) => [
    ...[
      'serve',
      join(root, privateFeeds ? 'test/private-feeds.capnp' : 'server/edge/config.capnp'),
      '--socket-addr',
      'http=127.0.0.1:0',
    ],
    ...['--directory-path', `data=${dir}`, '--control-fd', '3'],
  ],
  env: (shopOrigin) => ({ SHOP_NAME: 'Test shop', SHOP_ORIGINS: shopOrigin }),
  listens: /^\{"event":"listen","socket":"http","port":(\d+)/,
  originOf: (port) => `http://127.0.0.1:${port}`,
};

export const runtimes: readonly Runtime[] = [
  { name: 'Node', start: (shopOrigin, options) => install(node, shopOrigin, options) },
  { name: 'workerd', start: (shopOrigin, options) => install(edge, shopOrigin, options) },
];

async function install(program: Program, shopOrigin: string, options: Options = {}): Promise<Installation> {
  const dir = await mkdtemp(join(tmpdir(), 'vitrina-runtime-'));
  const start = async () => {
    const running = run(program, dir, shopOrigin, options);
    const origin = program.originOf(await running.said(program.listens));
    // A shop at the edge wakes up with the first request.
    await fetch(`${origin}/healthz`);
    return { ...running, origin };
  };
  let running = await start();
  return {
    get origin() {
      return running.origin;
    },
    ownerLink: () => running.said(/#link=(\S+)/),
    crash: async () => {
      await running.end('SIGKILL');
      running = await start();
    },
    written: async () => {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true });
      const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      const files = await Promise.all(
        paths.map(async (path): Promise<[string, Buffer]> => [path, await readFile(path)]),
      );
      return new Map([...files, ['printed', Buffer.from(running.printed())]]);
    },
    pause: async () => {
      await running.end('SIGTERM');
      return dir;
    },
    stop: async () => {
      await running.end('SIGTERM');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function run({ command, words, env }: Program, dir: string, shopOrigin: string, options: Options) {
  const child = spawn(command, words(dir, shopOrigin, options), {
    env: { ...process.env, ...env(shopOrigin), ...(options.privateFeeds ? { FEED_ADDRESSES: 'private' } : {}) },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const heard = new Set<() => void>();
  const tell = () => heard.forEach((listener) => void listener());
  let gone = false;
  const exit = once(child, 'exit').then(() => {
    gone = true;
    tell();
  });
  for (const stream of child.stdio) {
    if (!(stream instanceof Readable)) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      tell();
    });
  }

  return {
    /** The first group of the first line that matches, printed already or soon. */
    said: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const found = lines.map((line) => pattern.exec(line)?.[1]).find((group) => group !== undefined);
          if (found === undefined && !gone) return;
          heard.delete(look);
          if (found !== undefined) resolve(found);
          else reject(new Error(`${command} ended and never said ${pattern}:\n${lines.join('\n')}`));
        };
        heard.add(look);
        look();
      }),
    printed: () => lines.join('\n'),
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await exit;
    },
  };
}
