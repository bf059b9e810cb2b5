import { setTimeout } from 'node:timers/promises';
import { ownCpu } from './cpu.ts';

/**
 * How long it takes, and for how long the event loop does nothing else meanwhile, at its longest: by the clock, and of the thread's own
 * CPU, in which nothing is counted that the machine does for others.
 */
export async function timed<T>(work: () => Promise<T>) {
  await setTimeout(50);
  const longest = { clock: 0, cpu: 0 };
  let last = { clock: performance.now(), cpu: ownCpu() };
  const look = () => {
    const now = { clock: performance.now(), cpu: ownCpu() };
    longest.clock = Math.max(longest.clock, now.clock - last.clock - 1);
    longest.cpu = Math.max(longest.cpu, now.cpu - last.cpu);
    last = now;
  };
  const beat = setInterval(look, 1);
  const began = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  // What held it to the end leaves the beat no turn.
  look();
  const ms = Math.round(performance.now() - began);
  const { user, system } = process.cpuUsage(before);
  clearInterval(beat);
  return {
    ...{ result, ms, cpuMs: Math.round((user + system) / 1_000) },
    ...{ longestHoldMs: tenths(longest.clock), longestHoldCpuMs: tenths(longest.cpu) },
  };
}

function tenths(ms: number): number {
  return Math.round(10 * ms) / 10;
}
