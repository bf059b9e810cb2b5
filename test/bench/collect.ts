import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startVitrina } from '../durability/server-process.ts';
import { cpuOf } from './cpu.ts';
import type { Order, Outcome } from './load.ts';
import { percentile } from './percentile.ts';
import { type RealShop, shopOrigin } from './real-shop.ts';
import { bodies, partly } from './requests.ts';
import type { Watched } from './watch.ts';

export interface Options {
  seconds: number;
  rounds: number;
  connections: number;
  /** Folder for Node's CPU profiles of the collector. */
  profile: string | undefined;
}

/** Times in ms, CPU in microseconds a request. */
interface Side {
  requestsPerSecond: number;
  eventsPerSecond: number;
  p50: number;
  p99: number;
  cpu: number;
  /** Of it on the thread that answers. */
  cpuOfMain: number;
}

const eventsOfRequest = 10;
const warmUp = 6_000;

/** The whole collector and bare Hono in turns, under the same load, on the same machine: the ratio outlives the hardware. */
export async function benchCollect(shop: RealShop, { seconds, rounds, connections, profile }: Options) {
  const load = fork(fileURLToPath(new URL('./load.js', import.meta.url)));
  const bare = fork(fileURLToPath(new URL('./bare.js', import.meta.url)));
  const vitrina = await startWatched(shop, profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]);
  try {
    const [{ port }] = (await once(bare, 'message')) as [{ port: number }];
    const sides = [
      { name: 'bare', port, pid: bare.pid ?? 0, rounds: [] as Round[] },
      { name: 'vitrina', port: Number(new URL(vitrina.origin).port), pid: vitrina.pid, rounds: [] as Round[] },
    ] as const;
    const whole = await bodies(shop);
    let first = { bodies: whole };
    for (const { port } of sides) {
      await ask(load, { port, connections, duration: warmUp, ...first });
      first = {} as typeof first;
    }
    const watched: Watched[] = [];
    await vitrina.ask('watch');
    for (let round = 0; round < rounds; round++) {
      for (const side of sides) {
        const measured = await measure(load, side, { connections, duration: seconds * 1_000 });
        side.rounds.push(measured);
        if (side.name === 'vitrina') watched.push((await vitrina.ask('watch')) as Watched);
        console.error(`${side.name.padEnd(8)} ${JSON.stringify(sideOf([measured]))}`);
      }
    }
    const cpuWith = async (events: number, hasSlots: boolean) => {
      const order = { connections, duration: seconds * 1_000, bodies: partly(whole, events, hasSlots) };
      const round = await measure(load, sides[1], order);
      return Math.round((round.cpu.all / round.requests / events) * 10) / 10;
    };
    const cpuOfView = { unit: 'microseconds of CPU of all threads', ...(await viewsBy(cpuWith)) };
    const [a, b] = sides.map((side) => sideOf(side.rounds));
    if (!a || !b) throw new Error('two sides were measured');
    const ratios = sides[1].rounds.map((round, place) => rate([round]) / rate(sides[0].rounds.slice(place, place + 1)));
    return {
      connections,
      eventsOfRequest,
      bare: a,
      vitrina: b,
      ratio: round(b.requestsPerSecond / a.requestsPerSecond),
      ratioOfRounds: ratios.map(round),
      ratioOfCpu: round(a.cpu / b.cpu),
      ratioOfP99: round(b.p99 / a.p99),
      loopDelayP99: Math.max(...watched.map(({ loopDelayP99 }) => round(loopDelayP99))),
      cpuOfView,
    };
  } finally {
    load.disconnect();
    bare.disconnect();
    await vitrina.stop();
  }
}

/** A page view sent alone, and an event of ten in one request; with two slots decided in the same request, too. */
async function viewsBy(cpuWith: (events: number, hasSlots: boolean) => Promise<number>) {
  return {
    alone: await cpuWith(1, false),
    aloneWithSlots: await cpuWith(1, true),
    inTens: await cpuWith(eventsOfRequest, false),
    inTensWithSlots: await cpuWith(eventsOfRequest, true),
  };
}

/** The collector as a shop runs it, with something beside it that says how it does. */
export function startWatched({ dataDir }: RealShop, node: readonly string[]) {
  const watch = fileURLToPath(new URL('./watch.js', import.meta.url));
  return startVitrina(['--data', dataDir, '--origin', shopOrigin], [...node, '--import', watch]);
}

interface Round extends Outcome {
  cpu: { all: number; main: number };
}

async function measure(
  load: ChildProcess,
  { name, port, pid }: { name: string; port: number; pid: number },
  order: Omit<Order, 'port'>,
): Promise<Round> {
  const before = cpuOf(pid);
  const outcome = await ask(load, { port, ...order });
  const after = cpuOf(pid);
  const bad = Object.keys(outcome.statuses).filter((status) => status !== '200' && status !== '204');
  if (bad.length > 0) throw new Error(`${name} answered ${JSON.stringify(outcome.statuses)}`);
  return { ...outcome, cpu: { all: after.all - before.all, main: after.main - before.main } };
}

export async function ask(load: ChildProcess, order: Order): Promise<Outcome> {
  load.send(order);
  const [outcome] = (await once(load, 'message')) as [Outcome];
  return outcome;
}

function sideOf(rounds: readonly Round[]): Side {
  const requests = sum(rounds, (one) => one.requests);
  const latencies = Float64Array.from(rounds.flatMap((one) => one.latencies));
  return {
    requestsPerSecond: Math.round(rate(rounds)),
    eventsPerSecond: Math.round(rate(rounds) * eventsOfRequest),
    p50: round(percentile(latencies, 0.5)),
    p99: round(percentile(latencies, 0.99)),
    cpu: Math.round(sum(rounds, (one) => one.cpu.all) / requests),
    cpuOfMain: Math.round(sum(rounds, (one) => one.cpu.main) / requests),
  };
}

function rate(rounds: readonly Round[]): number {
  return (sum(rounds, (one) => one.requests) / sum(rounds, (one) => one.took)) * 1_000;
}

function sum(rounds: readonly Round[], of: (round: Round) => number): number {
  return rounds.reduce((total, one) => total + of(one), 0);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
