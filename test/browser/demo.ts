import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../../vitrina.mjs');

/** What `npm start` runs, in a folder of its own and without simulated visitors. */
export interface RunningDemo {
  origin: string;
  /** One-time address that signs the owner in. */
  admin: string;
  /** The file of orders that was imported. */
  orders: string;
  stop(): Promise<void>;
}

export async function startDemo(): Promise<RunningDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const child = spawn(process.execPath, [program, 'demo', '--port', '0', '--data', folder, '--no-traffic'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let printed = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += text;
    if (printed.includes('Ready.')) break;
  }
  const [, origin, admin] = /Shop\s+(http:\S+)\/shop[\s\S]*Admin\s+(\S+)/.exec(printed) ?? [];
  if (!origin || !admin) throw new Error(`the demo did not start: ${printed}`);
  const day = new Date().toISOString().slice(0, 10);
  return {
    origin,
    admin,
    orders: join(folder, 'files', `orders-${day}.csv`),
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
