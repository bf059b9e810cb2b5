import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askEdgeForm, edgeFormOf } from '../server/recommend/next/edge-form.ts';
import type { LinearWeights } from '../server/recommend/next/local-linear.ts';
import { randomFrom } from '../server/recommend/next/random.ts';
import { type Sessions, sessionCount } from '../server/recommend/next/sessions.ts';
import { madeSessions } from './recommend/made-sessions.ts';

const folder = fileURLToPath(new URL('./edge-memory', import.meta.url));
const { default: workerd } = createRequire(import.meta.url)('workerd') as { default: string };
/** What an isolate at the edge may take. */
const most = 128 * 2 ** 20;

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeEach(async () => {
  edge = await startEdge();
});
afterEach(() => edge?.stop());

test('the edge form of a hundred thousand items is opened in an isolate, and says what it says here', async () => {
  const form = edgeFormOf(anyWeights(100_000, 64));
  expect(form.byteLength).toBeLessThanOrEqual(20 * 2 ** 20);
  const here = askEdgeForm(form);
  const out = new Int32Array(10);
  const before = await edge.memory();
  const answers = await edge.send('/form', new Uint8Array(form));
  const expected = answers.map((_, number) => [...out.subarray(0, here.rank(Int32Array.of(number * 37), 1, 0, out))]);
  expect(answers).toEqual(expected);
  expect(answers.flat().length).toBe(500);
  expect((await edge.memory()) - before).toBeLessThan(most);
});

test('a shop of twenty thousand products is fitted within an isolate, and then answers', async () => {
  const shop = madeSessions({ items: 20_000, sessions: 30_000, seed: 5, more: 3 });
  const before = await edge.memory();
  const answers = await edge.send('/shop', toSend(shop));
  expect(answers).toHaveLength(50);
  for (const [number, found] of answers.entries()) expect(new Set(found).size, `${number}`).toBe(found.length);
  expect(answers.filter((found) => found.length === 10).length).toBeGreaterThan(25);
  expect((await edge.memory()) - before).toBeLessThan(most);
});

/** Weights as a fit leaves them: the encoder does not ask what they are of. */
function anyWeights(itemCount: number, room: number): LinearWeights {
  const random = randomFrom(3);
  const targets = Int32Array.from({ length: itemCount * room }, (_, at) => (at * 7_919 + 13) % itemCount);
  const weights = Float32Array.from({ length: itemCount * room }, () => random());
  return { room, targets, weights, sizes: new Int32Array(itemCount).fill(room) };
}

function toSend({ items, starts, itemCount, ...rest }: Sessions): Uint8Array<ArrayBuffer> {
  const sent: number[] = [itemCount];
  for (let session = 0; session < sessionCount({ items, starts, itemCount, ...rest }); session++) {
    const one = items.subarray(starts[session], starts[session + 1]);
    sent.push(one.length, ...one);
  }
  return new Uint8Array(Int32Array.from(sent).buffer);
}

async function startEdge() {
  const dir = await mkdtemp(join(tmpdir(), 'vitrina-edge-'));
  await build({
    ...{ entryPoints: [join(folder, 'worker.ts')], outfile: join(dir, 'worker.js') },
    ...{ bundle: true, format: 'esm', logLevel: 'warning' },
  });
  await copyFile(join(folder, 'config.capnp'), join(dir, 'config.capnp'));
  const child = spawn(workerd, ['serve', join(dir, 'config.capnp'), '--control-fd', '3'], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  const exit = once(child, 'exit');
  const told = child.stdio[3];
  if (!(told instanceof Readable)) throw new RangeError('nothing to listen to');
  const [line] = (await once(createInterface({ input: told }), 'line')) as [string];
  const port = /"port":(\d+)/.exec(line)?.[1];
  const origin = `http://127.0.0.1:${port}`;
  await fetch(origin);
  return {
    send: async (path: string, body: Uint8Array<ArrayBuffer>): Promise<number[][]> =>
      (await fetch(`${origin}${path}`, { method: 'POST', body })).json() as Promise<number[][]>,
    /** Bytes: the most that the process has had in memory. */
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
      await rm(dir, { recursive: true, force: true });
    },
  };
}
