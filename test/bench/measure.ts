import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpuOf } from './cpu.ts';
import type { Order, Outcome, Play } from './load.ts';
import { percentile } from './percentile.ts';

/** Times in ms, CPU in microseconds a request. */
export interface Figures {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  cpu: number;
  /** Of it on the thread that answers. */
  cpuOfMain: number;
}

interface Side {
  port: number;
  pid: number;
}

interface Measured extends Outcome {
  cpu: { all: number; main: number };
}

interface Turns {
  order: Pick<Order, 'connections' | 'duration'>;
  rounds: number;
  /** After the warming up, and after each round of Vitrina's. */
  after(): Promise<unknown>;
}

const warmUp = 6_000;

/** Vitrina and bare Hono in turns, under the same load, on the same machine: the ratio outlives the hardware. */
export async function inTurns(
  load: ChildProcess,
  sides: { bare: Side; vitrina: Side },
  play: Play,
  { order, rounds, after }: Turns,
) {
  await ask(load, { ...order, port: sides.bare.port, duration: warmUp, play });
  await ask(load, { ...order, port: sides.vitrina.port, duration: warmUp });
  await after();
  const [bare, vitrina]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    bare.push(await measure(load, sides.bare, order));
    vitrina.push(await measure(load, sides.vitrina, order));
    await after();
    console.error(`bare    ${JSON.stringify(figuresOf(bare.slice(-1)))}`);
    console.error(`vitrina ${JSON.stringify(figuresOf(vitrina.slice(-1)))}`);
  }
  const [a, b] = [figuresOf(bare), figuresOf(vitrina)];
  return {
    bare: a,
    vitrina: b,
    ratios: {
      ratio: rounded(b.requestsPerSecond / a.requestsPerSecond),
      ratioOfRounds: vitrina.map((one, place) => rounded(rate([one]) / rate(bare.slice(place, place + 1)))),
      ratioOfCpu: rounded(a.cpu / b.cpu),
      ratioOfP99: rounded(b.p99 / a.p99),
    },
  };
}

/** Throws where an answer was neither 200 nor 204. */
export async function measure(load: ChildProcess, { port, pid }: Side, order: Omit<Order, 'port'>): Promise<Measured> {
  const before = cpuOf(pid);
  const outcome = await ask(load, { port, ...order });
  const after = cpuOf(pid);
  const bad = Object.keys(outcome.statuses).filter((status) => status !== '200' && status !== '204');
  if (bad.length > 0) throw new Error(`${pid} answered ${JSON.stringify(outcome.statuses)}`);
  return { ...outcome, cpu: { all: after.all - before.all, main: after.main - before.main } };
}

export async function ask(load: ChildProcess, order: Order): Promise<Outcome> {
  load.send(order);
  const [outcome] = (await once(load, 'message')) as [Outcome];
  return outcome;
}

function figuresOf(all: readonly Measured[]): Figures {
  const requests = sum(all, (one) => one.requests);
  const latencies = Float64Array.from(all.flatMap((one) => one.latencies));
  return {
    requestsPerSecond: Math.round(rate(all)),
    p50: rounded(percentile(latencies, 0.5)),
    p99: rounded(percentile(latencies, 0.99)),
    cpu: Math.round(sum(all, (one) => one.cpu.all) / requests),
    cpuOfMain: Math.round(sum(all, (one) => one.cpu.main) / requests),
  };
}

function rate(all: readonly Measured[]): number {
  return (sum(all, (one) => one.requests) / sum(all, (one) => one.took)) * 1_000;
}

function sum(all: readonly Measured[], of: (one: Measured) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
